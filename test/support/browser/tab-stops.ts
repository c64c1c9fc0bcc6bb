import type { Page } from 'playwright-core';

/** More than any page has. */
const MAX_STOPS = 120;

/**
 * Walks by keyboard from stop to stop, to the end and around, and gives back those that look the same with the focus and without it: where
 * neither they nor what is around them has got a ring or a border of another colour.
 */
export async function unmarkedStops(page: Page, key: 'Tab' | 'ArrowDown' = 'Tab'): Promise<string[]> {
  await page.evaluate(watchStops);
  for (let count = 0; count < MAX_STOPS; count += 1) {
    if (count > 0 || key === 'Tab') await page.keyboard.press(key);
    const isSeen = await page.evaluate(() => window.stops?.look() ?? true);
    if (isSeen) break;
  }
  const { unmarked, count } = await page.evaluate(() => window.stops ?? { unmarked: [], count: 0 });
  if (count === 0) throw new Error('There was no stop at all.');
  return unmarked;
}

interface Stops {
  readonly unmarked: string[];
  count: number;
  /** Looks at what has the focus now; true where it has been there before. */
  look(): boolean;
}

declare global {
  interface Window {
    stops?: Stops;
  }
}

/** Runs in the page. */
function watchStops(): void {
  const seen = new Set<Element>();
  let before: { readonly stop: Element; readonly looks: string } | null = null;
  const stops: Stops = { unmarked: [], count: 0, look };
  window.stops = stops;

  function look(): boolean {
    judge();
    const stop = focused();
    if (stop === document.body) return seen.size > 0;
    if (seen.has(stop)) return true;
    seen.add(stop);
    stops.count += 1;
    before = { stop, looks: looksOf(stop) };
    return false;
  }

  /** Once the focus has gone on, one sees what it had changed. */
  function judge(): void {
    if (before?.stop.isConnected && before.stop !== focused() && looksOf(before.stop) === before.looks)
      stops.unmarked.push(before.stop.outerHTML.slice(0, 160));
    before = null;
  }

  function focused(): Element {
    let active = document.activeElement ?? document.body;
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  }

  function looksOf(stop: Element): string {
    const around = [stop, stop.nextElementSibling, stop.parentElement, stop.parentElement?.parentElement];
    return around.map((element) => (element ? ringOf(getComputedStyle(element)) : '')).join('; ');
  }

  function ringOf(style: CSSStyleDeclaration): string {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderTopColor, transform } = style;
    const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineWidth} ${outlineColor}`;
    return [outline, boxShadow, borderTopColor, transform].join(' ');
  }
}
