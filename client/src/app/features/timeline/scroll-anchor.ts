/** A place in a scrolling list, named by `data-anchor` because the element itself may be rendered anew. */
export interface Anchor {
  readonly key: string;
  /** Its distance from the upper edge of the scrolling box. */
  readonly top: number;
}

/** The first place whose lower edge is in view. */
export function anchorAt(scroller: HTMLElement): Anchor | null {
  const places = scroller.querySelectorAll<HTMLElement>('[data-anchor]');
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place && topIn(scroller, place) + place.offsetHeight > 0) high = middle;
    else low = middle + 1;
  }
  const found = places[low];
  return found ? { key: found.dataset['anchor'] ?? '', top: topIn(scroller, found) } : null;
}

/** Where that place stands now; null when it is gone. */
export function placeOf(scroller: HTMLElement, key: string): number | null {
  const element = scroller.querySelector(`[data-anchor="${CSS.escape(key)}"]`);
  return element && topIn(scroller, element);
}

function topIn(scroller: HTMLElement, element: Element): number {
  return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
