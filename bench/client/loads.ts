import type { Browser, Page } from 'playwright-core';
import { coldLoad, kilobytesOf, type Loaded } from '../../test/support/browser/loads.js';
import type { Place, Row } from './row.js';
import { signIn, aPage } from './visit.js';

/** What a first visit brings over the line. The service worker is not there: it loads the rest of the app afterwards, when nobody waits. */
export async function measuredLoads(browser: Browser, place: Place): Promise<readonly Row[]> {
  const page = await aPage(browser);
  const front = await coldLoad(page, place.url);
  const rows = rowsOf('The front page, first visit', front, await elementsOf(page), { code: 120 });
  await signIn(page, place);
  const room = await page.evaluate(() => location.pathname);
  const chat = await coldLoad(page, place.url + room);
  rows.push(...rowsOf('A room, first visit', chat, await elementsOf(page), { code: 250 }));
  await page.goto(place.url + room);
  await page.waitForLoadState('networkidle');
  const again = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ transferSize }) => transferSize > 0)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  rows.push({
    section: 'A room, opened again',
    name: 'all that comes over the line',
    figure: again / 1000,
    unit: 'kB',
  });
  await page.context().close();
  return rows;
}

function rowsOf(section: string, load: readonly Loaded[], elements: number, wanted: { code: number }): Row[] {
  return [
    {
      section,
      name: 'scripts and fonts',
      figure: kilobytesOf(load, ['script', 'font']),
      unit: 'kB',
      wanted: wanted.code,
    },
    { section, name: 'scripts', figure: kilobytesOf(load, ['script']), unit: 'kB' },
    { section, name: 'fonts', figure: kilobytesOf(load, ['font']), unit: 'kB' },
    { section, name: 'all', figure: kilobytesOf(load), unit: 'kB' },
    { section, name: 'requests', figure: load.length, unit: '' },
    { section, name: 'elements on the page', figure: elements, unit: '' },
  ];
}

function elementsOf(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}
