import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { expectNoSidewaysSwipe } from '../support/browser/reach.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { aBotIn } from '../support/people/bots.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { adds, begins } from '../support/people/streaming.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();
/** Where pictures of the page go, for whoever wants to look at it. */
const FOLDER = process.env.PICTURES;

test('Ada sees a bot’s message grow, hears of it once, and sees where one was broken off', async () => {
  const ada = await Person.registers(server, 'ada.reads.along');
  const room = await aRoom(ada);
  const bot = await aBotIn(ada, room);
  const adas = await Visitor.arrives(browser, server.url, { width: 320, height: 640, touch: true });
  await adas.hasSignedIn(ada.username, PASSWORD);
  const { page } = adas;
  await page.goto(`${server.url}/chat/${room.id}`);
  await adas.isConnected();

  const message = await begins(bot, room);
  const still = adas.timeline.getByText('Still being written');
  await still.waitFor({ state: 'attached' });
  await expect.poll(() => caretsIn(adas)).toEqual(['DIV']);
  await adds(bot, message, 'The oven is **hot**, and');
  await adas.sees('The oven is hot, and');
  expect(await adas.timeline.locator('strong').textContent()).toBe('hot');
  // She comes back in the middle.
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await adds(bot, message, ' the bread is ready', { offset: 24 });
  await adas.sees('The oven is hot, and the bread is ready');
  await picture(adas, 'growing');
  await expect.poll(() => caretsIn(adas)).toEqual(['P']);
  expect(await faultsOf(adas)).toEqual([]);
  await adds(bot, message, '.', { offset: 43, isDone: true });
  await still.waitFor({ state: 'detached' });
  await adas.sees('The oven is hot, and the bread is ready.');
  await page.locator('[aria-live]').filter({ hasText: 'the bread is ready.' }).waitFor({ state: 'attached' });
  expect(await adas.timeline.getByText('edited').count()).toBe(0);

  const broken = await begins(bot, room);
  await adds(bot, broken, 'I will tell you');
  await adas.sees('I will tell you');
  server.clock.advance({ seconds: 31 });
  await adas.timeline.getByText('broken off').waitFor();
  await expectNoSidewaysSwipe(page, 'growing');
  await picture(adas, 'broken-off');
});

/** The elements that a caret stands at the end of. */
function caretsIn({ page }: Visitor): Promise<string[]> {
  return page
    .locator('.said, .said *')
    .evaluateAll((elements) =>
      elements
        .filter((element) => getComputedStyle(element, '::after').animationName === 'growing')
        .map(({ tagName }) => tagName),
    );
}

async function picture({ page }: Visitor, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  const { width } = page.viewportSize() ?? { width: 320 };
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: join(FOLDER, `${name}-${String(width)}-${scheme}.png`) });
  }
}
