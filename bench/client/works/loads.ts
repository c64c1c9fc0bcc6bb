import type { Browser } from 'playwright-core';
import { coldLoad, kilobytesOf, type Loaded } from '../../../test/support/browser/loads.js';
import { median } from '../../measure/statistics.js';
import { DESKTOP, type Device, PHONE, Visit } from '../page/visit.js';
import { atMost, type Row, type Section } from '../report/row.js';
import type { CrowdedServer } from '../server/crowded-server.js';

/** As Lighthouse has it for a phone: a slow 4G, and a processor a quarter as fast. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 };
const SLOWER = 4;
const TIMES = 3;

/** What comes over the line, and when one sees something. */
export async function measuredLoads(browser: Browser, server: CrowdedServer): Promise<Section> {
  const room = `${server.url}/chat/${server.rooms[0] ?? ''}`;
  const front = await weighed(browser, server, { url: server.url, isIn: false });
  const chat = await weighed(browser, server, { url: room, isIn: true });
  const shown = async (url: string, isIn: boolean, device: Device): Promise<number> =>
    median(await repeated(TIMES, () => untilLargest(browser, server, { url, isIn, device })));
  return {
    title: 'The first visit, and the next one',
    ifSlow:
      'If it were slow, one would look at an empty page for seconds, on a train above all. The largest part in view (LCP) is when one sees what the page is about; the phone has a quarter of the processor and a slow 4G line (562 ms each way and back, 1.5 Mbit/s).',
    rows: [
      ...rowsOf('front page', front, 120),
      ...rowsOf('a room', chat, 250),
      {
        name: 'front page on a desktop, largest part in view',
        figure: await shown(server.url, false, DESKTOP),
        unit: 'ms',
      },
      {
        name: 'front page on a phone, largest part in view',
        figure: await shown(server.url, false, PHONE),
        unit: 'ms',
      },
      { name: 'a room on a desktop, largest part in view', figure: await shown(room, true, DESKTOP), unit: 'ms' },
      { name: 'a room on a phone, largest part in view', figure: await shown(room, true, PHONE), unit: 'ms' },
    ],
  };
}

interface Weight {
  readonly cold: readonly Loaded[];
  /** In kB, of a second visit. */
  readonly warm: number;
}

interface Visited {
  readonly url: string;
  readonly isIn: boolean;
}

async function weighed(browser: Browser, server: CrowdedServer, { url, isIn }: Visited): Promise<Weight> {
  const visit = await Visit.begins(browser, server, DESKTOP);
  if (isIn) await visit.signsIn();
  const cold = await coldLoad(visit.page, url);
  await visit.page.goto(url);
  await visit.page.waitForLoadState('networkidle');
  const warm = await visit.page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => (entry as PerformanceResourceTiming).transferSize)
      .reduce((sum, size) => sum + size, 0),
  );
  await visit.ends();
  return { cold, warm: warm / 1000 };
}

function rowsOf(what: string, { cold, warm }: Weight, bound: number): Row[] {
  // What people sent and said is theirs, and as large as it is.
  const ours = cold.filter(({ path }) => !/^\/(?:uploads|graphql)/.test(path));
  return [
    {
      name: `${what}, scripts and fonts`,
      figure: kilobytesOf(ours, ['script', 'font']),
      unit: 'kB',
      wanted: atMost(bound),
    },
    { name: `${what}, fonts alone`, figure: kilobytesOf(ours, ['font']), unit: 'kB' },
    { name: `${what}, all that is ours`, figure: kilobytesOf(ours), unit: 'kB' },
    { name: `${what}, requests`, figure: cold.length, unit: '' },
    { name: `${what}, opened again, all that comes over the line`, figure: warm, unit: 'kB' },
  ];
}

async function untilLargest(
  browser: Browser,
  server: CrowdedServer,
  { url, isIn, device }: Visited & { readonly device: Device },
): Promise<number> {
  const visit = await Visit.begins(browser, server, device);
  if (isIn) await visit.signsIn();
  if (device.isPhone) {
    await visit.tools.send('Network.enable');
    await visit.tools.send('Network.emulateNetworkConditions', SLOW_4G);
    await visit.tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  }
  await visit.page.goto(url);
  await visit.page.waitForLoadState('networkidle');
  const largest = await visit.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  await visit.ends();
  return largest;
}

async function repeated<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time += 1) results.push(await work());
  return results;
}
