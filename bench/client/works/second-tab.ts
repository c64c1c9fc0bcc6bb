import type { Browser, Page } from 'playwright-core';
import { median } from '../../measure/statistics.js';
import { DESKTOP, Visit } from '../page/visit.js';
import { atMost, type Section } from '../report/row.js';
import type { CrowdedServer } from '../server/crowded-server.js';

const TIMES = 5;

interface Opening {
  /** In milliseconds, from the beginning of the navigation until rooms and messages stand on the page. */
  readonly shown: number;
  /** The part of it after the app itself had been loaded and had begun. */
  readonly filled: number;
  /** Until then and after, until the network is quiet. */
  readonly asked: number;
  readonly sockets: number;
}

/** A tab beside one that is open already, and the same tab where it is the only one. What the browser keeps of the app it has either way. */
export async function measuredSecondTab(browser: Browser, server: CrowdedServer): Promise<Section> {
  const visit = await Visit.begins(browser, server, DESKTOP);
  await visit.signsIn();
  const room = server.rooms[0] ?? '';
  await visit.opens(room);
  const url = `${server.url}/chat/${room}`;
  const beside: Opening[] = [];
  for (let time = 0; time < TIMES; time += 1) beside.push(await opening(await visit.context.newPage(), url));
  await visit.page.goto('about:blank');
  const alone: Opening[] = [];
  for (let time = 0; time < TIMES; time += 1) alone.push(await opening(await visit.context.newPage(), url));
  await visit.ends();
  return {
    title: 'A second tab',
    ifSlow:
      'If it were slow, one would not open a room beside another. Until rooms and messages stand on the page, with the app in the browser’s cache, beside a tab that has the same room open.',
    rows: [
      {
        name: 'a second tab opens, median',
        figure: median(beside.map(({ shown }) => shown)),
        unit: 'ms',
        wanted: atMost(300),
      },
      {
        name: 'a second tab, once the app runs, median',
        figure: median(beside.map(({ filled }) => filled)),
        unit: 'ms',
      },
      { name: 'a tab opens alone, median', figure: median(alone.map(({ shown }) => shown)), unit: 'ms' },
      {
        name: 'a second tab, requests to the API',
        figure: Math.max(...beside.map(({ asked }) => asked)),
        unit: '',
        wanted: atMost(0),
      },
      {
        name: 'a second tab, sockets',
        figure: Math.max(...beside.map(({ sockets }) => sockets)),
        unit: '',
        wanted: atMost(0),
      },
    ],
  };
}

async function opening(page: Page, url: string): Promise<Opening> {
  let [asked, sockets] = [0, 0];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) asked += 1;
  });
  page.on('websocket', () => (sockets += 1));
  await page.addInitScript(() => {
    let framed: number | null = null;
    const look = (): void => {
      if (document.querySelector('app-chat')) framed ??= performance.now();
      const isThere = document.querySelector('app-timeline article') && document.querySelector('app-room-link');
      if (isThere) Object.assign(globalThis, { framed, shown: performance.now() });
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(url);
  await page.waitForFunction(() => 'shown' in globalThis);
  await page.waitForLoadState('networkidle');
  const { framed, shown } = await page.evaluate(() => {
    const { framed, shown } = globalThis as unknown as { readonly framed: number; readonly shown: number };
    return { framed, shown };
  });
  await page.close();
  return { shown, filled: shown - framed, asked, sockets };
}
