/** After a change of page: whoever is left without a place to be is put at its heading, which is then read out. */
export function focusHeadingIfLost(): void {
  if (!isLost(document.activeElement)) return;
  const headings = document.querySelectorAll<HTMLElement>('h1[tabindex="-1"]');
  Array.from(headings).find(isShown)?.focus({ preventScroll: true });
}

function isLost(active: Element | null): boolean {
  return active === null || active === document.body || !isShown(active);
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}
