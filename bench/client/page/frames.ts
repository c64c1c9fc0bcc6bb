import type { Page } from 'playwright-core';
import { percentile } from '../../measure/statistics.js';

export interface Frames {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

export interface Scrolling {
  readonly frames: number;
  /** In pixels a frame, up. */
  readonly step: number;
}

/** Scrolls the first element that matches, once a frame, and says how long each frame took from its beginning to the next one's, in milliseconds. */
export function timesOfFrames(page: Page, selector: string, scrolling: Scrolling): Promise<number[]> {
  return page.evaluate(
    async ({ selector: wanted, frames, step }) => {
      const scroller = document.querySelector(wanted);
      if (!scroller) throw new Error(`There is no ${wanted}.`);
      const frame = (): Promise<number> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            resolve(performance.now());
          });
        });
      const times: number[] = [];
      let last = await frame();
      for (let count = 0; count < frames; count += 1) {
        scroller.scrollTop -= step;
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    { selector, ...scrolling },
  );
}

export function framesOf(times: readonly number[]): Frames {
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), longest: Math.max(...times) };
}
