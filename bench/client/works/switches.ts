import type { Browser, Page } from 'playwright-core';
import { median } from '../../measure/statistics.js';
import { DESKTOP, Visit } from '../page/visit.js';
import { atMost, type Section } from '../report/row.js';
import type { CrowdedServer } from '../server/crowded-server.js';

const ROOMS = 8;
const ROUNDS = 3;

interface Switch {
  /** Until the header names the room, and the composer is its own. */
  readonly named: number;
  readonly full: number;
}

/** From the click to the painted frame in which the header names the room, and to the one in which its messages stand. */
export async function measuredSwitches(browser: Browser, server: CrowdedServer): Promise<Section> {
  const visit = await Visit.begins(browser, server, DESKTOP);
  await visit.signsIn();
  await visit.opens(server.quietRoom);
  const rooms = server.rooms.slice(0, ROOMS);
  const first: Switch[] = [];
  const again: Switch[] = [];
  for (const room of rooms) first.push(await switchTo(visit.page, room));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const room of rooms) again.push(await switchTo(visit.page, room));
  await visit.ends();
  return {
    title: 'Switching a room',
    ifSlow: 'If it were slow, one would press a room twice, because nothing seemed to happen.',
    rows: [
      {
        name: 'for the first time, until its name and composer stand there, median',
        figure: median(first.map(({ named }) => named)),
        unit: 'ms',
        wanted: atMost(50),
      },
      {
        name: 'for the first time, until its messages stand there, median',
        figure: median(first.map(({ full }) => full)),
        unit: 'ms',
      },
      {
        name: 'again, until its name and composer stand there, median',
        figure: median(again.map(({ named }) => named)),
        unit: 'ms',
        wanted: atMost(50),
      },
      {
        name: 'again, until its messages stand there, median',
        figure: median(again.map(({ full }) => full)),
        unit: 'ms',
        wanted: atMost(50),
      },
      {
        name: 'again, until its messages stand there, the worst',
        figure: Math.max(...again.map(({ full }) => full)),
        unit: 'ms',
      },
    ],
  };
}

async function switchTo(page: Page, roomId: string): Promise<Switch> {
  const link = page.locator(`app-room-link a[href$="${roomId}"]`);
  await link.scrollIntoViewIfNeeded();
  const measured = await link.evaluate(async (element) => {
    if (!(element instanceof HTMLElement)) throw new Error('There is no such room.');
    const name = element.getAttribute('title') ?? element.textContent.trim();
    const painted = (isThere: () => boolean): Promise<number> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!isThere()) requestAnimationFrame(look);
          // A message comes after the frame was painted.
          else {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              resolve(performance.now());
            };
            requestAnimationFrame(() => {
              port2.postMessage(null);
            });
          }
        };
        look();
      });
    const heading = (): string => document.querySelector('app-room-header h1')?.textContent.trim() ?? '';
    const before = { heading: heading(), article: document.querySelector('app-timeline article') };
    const begun = performance.now();
    element.click();
    const named = await painted(() => heading() !== before.heading);
    const full = await painted(() => {
      const article = document.querySelector('app-timeline article');
      return article !== null && article !== before.article;
    });
    return { name, named: named - begun, full: full - begun };
  });
  // What comes afterwards belongs to this switch, and not to the next.
  await page.waitForLoadState('networkidle');
  return measured;
}
