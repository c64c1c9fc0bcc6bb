import type { Browser, Page } from 'playwright-core';
import { framesOf, timesOfFrames } from '../page/frames.js';
import { DESKTOP, Visit } from '../page/visit.js';
import { atMost, type Row, type Section } from '../report/row.js';
import type { CrowdedServer } from '../server/crowded-server.js';
import { saidAs } from '../server/said.js';

const TIMELINE = 'app-timeline .scroller';
const PLAIN = '#plain';
const ROUNDS = 4;
/** Of fifty messages each, that are loaded before it is measured: all of a hundred thousand would take the whole time of the benchmark. */
const PAGES = 400;
const LAST_PAGES = 20;
/** A turn of the wheel is about a hundred pixels; whoever looks for something turns it in each frame. */
const SCROLLING = { frames: 150, step: 120 };

/** A room of very many messages, beside a plain page with as many rows of the same heights: each is scrolled for a while, in turns. */
export async function measuredFrames(browser: Browser, server: CrowdedServer): Promise<Section> {
  const visit = await Visit.begins(browser, server, DESKTOP);
  await visit.signsIn();
  await visit.opens(server.longRoom.id);
  const elements = await visit.page.locator('app-timeline *').count();
  const messages = await visit.page.locator('app-timeline article').count();
  const back = await scrolledBack(visit);
  const loading = await loadMany(visit);
  await toPlace(visit.page, TIMELINE, 0.5);
  const plain = await plainPage(browser, await heightsOf(visit.page), server.longRoom.last);
  const times = { ours: [] as number[], plain: [] as number[] };
  let work = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await visit.worked();
    times.ours.push(...(await timesOfFrames(visit.page, TIMELINE, SCROLLING)));
    work += (await visit.worked()) - before;
    await plain.bringToFront();
    times.plain.push(...(await timesOfFrames(plain, PLAIN, SCROLLING)));
    await visit.page.bringToFront();
  }
  const loaded = Math.min(50 * PAGES, server.longRoom.last).toLocaleString('en');
  const [ours, other] = [framesOf(times.ours), framesOf(times.plain)];
  await visit.ends();
  await plain.context().close();
  return {
    title: 'Frames while one scrolls',
    ifSlow: `If it were slow, the page would stutter under the wheel. A room of ${server.longRoom.last.toLocaleString('en')} messages, ${loaded} of them loaded, is scrolled by ${String(SCROLLING.step)} pixels a frame from its middle on, where nothing was drawn before; a page of as many plain rows of the same heights and texts, all of them there, is scrolled the same way in turns with it. 16.7 ms is a frame of a screen of 60 Hz.`,
    rows: [
      row('a room, p50 of a frame', ours.p50),
      row('a room, p95 of a frame', ours.p95),
      row('a room, longest frame', ours.longest),
      row('work of the page for a frame, mean', work / (ROUNDS * SCROLLING.frames)),
      row('the plain page, p50 of a frame', other.p50),
      row('the plain page, p95 of a frame', other.p95),
      row('the plain page, longest frame', other.longest),
      {
        name: 'p95 of a room as a multiple of the plain page',
        figure: ours.p95 / other.p95,
        unit: '×',
        wanted: atMost(1.5),
      },
      row('a room while older messages are loaded on the way, p95', back.p95),
      row('the same, longest frame', back.longest),
      row(`work for a page of fifty more, where ${loaded} are there, mean`, loading),
      { name: 'elements of the messages in the page', figure: elements, unit: '' },
      { name: 'elements for each of them', figure: elements / messages, unit: '' },
    ],
  };
}

function row(name: string, figure: number): Row {
  return { name, figure, unit: 'ms' };
}

/** From the end on, with whatever has to be asked for. */
async function scrolledBack(visit: Visit): Promise<{ p95: number; longest: number }> {
  return framesOf(await timesOfFrames(visit.page, TIMELINE, { frames: 400, step: SCROLLING.step }));
}

/** As if somebody had read as much of it, page by page. Resolves with what the last pages cost, each in milliseconds of work. */
async function loadMany(visit: Visit): Promise<number> {
  const load = (pages: number): Promise<void> =>
    visit.page.evaluate(
      async ([selector, count]) => {
        const scroller = document.querySelector(selector);
        const height = (): number => scroller?.scrollHeight ?? 0;
        for (let page = 0; page < count && !document.querySelector('app-timeline .beginning'); page += 1) {
          const before = height();
          while (scroller && height() < before + 500 && !document.querySelector('app-timeline .beginning')) {
            scroller.scrollTop = 0;
            await new Promise(requestAnimationFrame);
          }
        }
      },
      [TIMELINE, pages] as const,
    );
  await load(PAGES - LAST_PAGES);
  const before = await visit.worked();
  await load(LAST_PAGES);
  return ((await visit.worked()) - before) / LAST_PAGES;
}

async function toPlace(page: Page, selector: string, share: number): Promise<void> {
  await page.evaluate(
    async ([wanted, at]) => {
      const scroller = document.querySelector(wanted);
      if (!scroller) return;
      scroller.scrollTop = at * scroller.scrollHeight;
      for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
    },
    [selector, share] as const,
  );
}

/** How tall the rows are that are in the page now: repeated, they stand for all of them. */
function heightsOf(page: Page): Promise<number[]> {
  return page
    .locator('app-timeline app-message-view')
    .evaluateAll((rows) => rows.map((each) => Math.round(each.getBoundingClientRect().height)));
}

async function plainPage(browser: Browser, heights: readonly number[], count: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: DESKTOP.width, height: DESKTOP.height } });
  const page = await context.newPage();
  await page.setContent(
    `<style>body{margin:0}#plain{height:100vh;overflow-y:scroll;font:16px/1.52 sans-serif}p{margin:0;overflow:hidden;white-space:pre-wrap}</style><div id="plain"></div>`,
  );
  const bodies = heights.map((height, index) => ({ height, body: saidAs(index + 1).body }));
  await page.evaluate(
    ([rows, all]) => {
      const list = document.querySelector('#plain');
      const html = Array.from({ length: all }, (_, index) => {
        const { height, body } = rows[index % rows.length] ?? { height: 24, body: '' };
        return `<p style="height:${String(height)}px">${body.replaceAll('<', '&lt;')}</p>`;
      });
      if (list) list.innerHTML = html.join('');
    },
    [bodies, count] as const,
  );
  await toPlace(page, PLAIN, 0.5);
  return page;
}
