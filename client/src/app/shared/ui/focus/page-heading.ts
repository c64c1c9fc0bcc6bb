/** After a change of page: whoever is left without a place to be is put at its heading, which is then read out. */
export function focusHeadingIfLost(): void {
  if (!isLost(document.activeElement)) return;
  const headings = document.querySelectorAll<HTMLElement>('h1[tabindex="-1"]');
  Array.from(headings).find(isShown)?.focus({ preventScroll: true });
}

/** For a heading that has changed its words: a screen reader reads what comes to have the focus, not what has it already. */
export function readAgain(heading: HTMLElement): void {
  if (document.activeElement !== heading) return;
  heading.blur();
  heading.focus({ preventScroll: true });
}

export function isFocusLost(): boolean {
  return isLost(document.activeElement);
}

function isLost(active: Element | null): boolean {
  return active === null || active === document.body || !isShown(active);
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}
