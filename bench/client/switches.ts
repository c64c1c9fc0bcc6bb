import type { Browser, Page } from 'playwright-core';
import type { Place, Row } from './row.js';
import { aPage, signIn } from './visit.js';

/** From the click to the painted frame in which the header names the room, and to the one in which its messages stand. */
export async function measuredSwitches(browser: Browser, place: Place): Promise<readonly Row[]> {
  const page = await aPage(browser);
  await signIn(page, place);
  const count = Math.min(await page.locator('app-room-link a').count(), 6);
  const first: Switch[] = [];
  const again: Switch[] = [];
  for (let index = 1; index < count; index += 1) first.push(await switchTo(page, index));
  for (let round = 0; round < 3; round += 1)
    for (let index = 0; index < count; index += 1) again.push(await switchTo(page, index));
  await page.context().close();
  const section = 'Switching a room';
  return [
    {
      section,
      name: 'for the first time, until its name stands there, median',
      figure: median(first, 'named'),
      unit: 'ms',
      wanted: 50,
    },
    {
      section,
      name: 'for the first time, until its messages stand there, median',
      figure: median(first, 'full'),
      unit: 'ms',
    },
    {
      section,
      name: 'again, until its name stands there, median',
      figure: median(again, 'named'),
      unit: 'ms',
      wanted: 50,
    },
    { section, name: 'again, until its messages stand there, median', figure: median(again, 'full'), unit: 'ms' },
  ];
}

interface Switch {
  readonly named: number;
  readonly full: number;
}

function switchTo(page: Page, index: number): Promise<Switch> {
  return page.evaluate(async (nth) => {
    const link = document.querySelectorAll<HTMLElement>('app-room-link a')[nth];
    if (!link) throw new Error('There is no such room.');
    const before = document.querySelector('app-room-header h1')?.textContent;
    const painted = (isThere: () => boolean): Promise<number> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!isThere()) requestAnimationFrame(look);
          else
            requestAnimationFrame(() => {
              setTimeout(() => {
                resolve(performance.now());
              });
            });
        };
        look();
      });
    const begun = performance.now();
    link.click();
    const isNamed = (): boolean => document.querySelector('app-room-header h1')?.textContent !== before;
    const named = await painted(isNamed);
    const full = await painted(() => document.querySelector('app-room-page article') !== null);
    return { named: named - begun, full: full - begun };
  }, index);
}

function median(switches: readonly Switch[], what: keyof Switch): number {
  const sorted = switches.map((each) => each[what]).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
