import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { aServer } from '../support/servers/server.js';

const FOLDER = process.env.PICTURES;
const PAGES = ['/docs', '/docs/guides/errors-and-limits', '/docs/api/consumers'];

const server = await aServer();
const browser = await aBrowser();

describe('the pages for integrators', () => {
  test.each([
    [320, false],
    [1440, true],
  ])(
    'are read at %i pixels, in the light and in the dark: nothing is cut off, and axe finds nothing',
    async (width, dark) => {
      const reader = await Visitor.arrives(browser, server.url, { width, dark });
      for (const path of PAGES) {
        await reader.page.goto(`${server.url}${path}`);
        if (FOLDER)
          await reader.page.screenshot({ path: `${FOLDER}/${path.replaceAll('/', '-')}-${String(width)}.png` });
        expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect([path, await faultsOf(reader)]).toEqual([path, []]);
      }
    },
  );

  test('are gone through by keyboard', async () => {
    const reader = await Visitor.arrives(browser, server.url);
    await reader.page.goto(`${server.url}/docs`);
    await reader.page.keyboard.press('Tab');
    await reader.page.keyboard.press('Enter');
    await reader.page.keyboard.press('Tab');
    await reader.page.keyboard.press('Enter');
    await reader.page.waitForURL('**/docs/guides/first-bot');
  });
});
