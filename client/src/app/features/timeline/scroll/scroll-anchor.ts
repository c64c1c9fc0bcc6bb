/** A place in a scrolling list, named by `data-anchor` because the element itself may be rendered anew. */
export interface Anchor {
  readonly key: string;
  /** Its distance from the upper edge of the scrolling box. */
  readonly top: number;
}

/**
 * The places in view, the one that is to stand still first: the uppermost that begins in view. What grows or shrinks before it (an edit, a name that
 * goes because an older message came to stand before it) is then made up for. The others count where that one goes.
 */
export function anchorsIn(scroller: HTMLElement): readonly Anchor[] {
  const { top: edge, height } = scroller.getBoundingClientRect();
  const begun: Anchor[] = [];
  const inView: Anchor[] = [];
  for (const element of scroller.querySelectorAll<HTMLElement>('[data-anchor]')) {
    const rect = element.getBoundingClientRect();
    const top = rect.top - edge;
    if (top + rect.height <= 0) continue;
    if (top >= height) break;
    (top >= 0 ? inView : begun).push({ key: element.dataset['anchor'] ?? '', top });
  }
  return [...inView, ...begun.reverse()];
}

/** Where that place stands now; null when it is not in the page. */
export function placeOf(scroller: HTMLElement, key: string): number | null {
  const element = scroller.querySelector(`[data-anchor="${CSS.escape(key)}"]`);
  return element && element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
