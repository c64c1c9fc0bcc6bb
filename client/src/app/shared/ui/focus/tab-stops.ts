const STOPS = 'a[href], button, audio, video, summary, input, textarea, select, [tabindex]';
/** What a stop had as its tabindex before it was taken out of the order. */
const KEPT = 'data-tab-stop';
const OUT = 'data-out-of-tab-order';

/** Puts everything within an element into the order of Tab, or takes it out of it. Scripts, pointers and screen readers reach it all the same. */
export function setTabStops(within: HTMLElement, isReached: boolean): void {
  within.toggleAttribute(OUT, !isReached);
  if (isReached) {
    for (const stop of within.querySelectorAll(`[${KEPT}]`)) {
      const kept = stop.getAttribute(KEPT) ?? '';
      if (kept === '') stop.removeAttribute('tabindex');
      else stop.setAttribute('tabindex', kept);
      stop.removeAttribute(KEPT);
    }
    return;
  }
  for (const stop of within.querySelectorAll<HTMLElement>(STOPS)) {
    if (stop.tabIndex < 0) continue;
    stop.setAttribute(KEPT, stop.getAttribute('tabindex') ?? '');
    stop.tabIndex = -1;
  }
}

/** Makes a stop of something that is none by itself, or takes that back; within what is out of the order it waits for it. */
export function setTabStop(element: HTMLElement, isStop: boolean): void {
  element.removeAttribute(KEPT);
  if (!isStop) element.removeAttribute('tabindex');
  else if (element.closest(`[${OUT}]`) === null) element.tabIndex = 0;
  else {
    element.setAttribute(KEPT, '0');
    element.tabIndex = -1;
  }
}
