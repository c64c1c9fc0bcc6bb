import { expect, test } from 'vitest';
import type { CDPSession, Locator } from 'playwright-core';
import { aLongHistory } from '../support/people/long-history.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

/** Of a message of one paragraph that goes on what its author said before: its row, the message, the words, and the button of its menu. */
const MAX_ELEMENTS = 9;
/** Three of its row, one of its text, one of its button, and what comes with the marks of who is at it. */
const MAX_LISTENERS = 7;

test('a message that nobody is at has few elements and few listeners, and what can be done with it comes with the pointer', async () => {
  const { visitor } = await aReader('ada.counts', 30);
  const row = visitor.page.locator('app-message-view:not(.first)').last();
  expect(await row.locator('*').count()).toBeLessThanOrEqual(MAX_ELEMENTS - 1);
  const tools = await visitor.context.newCDPSession(visitor.page);
  expect(await listenersIn(tools, visitor)).toBeLessThanOrEqual(MAX_LISTENERS);
  await row.hover();
  await row.getByRole('button', { name: /^Reply to / }).waitFor();
  expect(await row.locator('time').count()).toBe(1);
});

test('the menu of a message is there for its button and for the keys from the first time on, and gives the focus back', async () => {
  const { visitor } = await aReader('ada.opens', 5);
  const { page } = visitor;
  const row = page.locator('app-message-view').last();
  await row.hover();
  const { width: wide = 0, height: high = 0 } = (await moreOf(row).boundingBox()) ?? {};
  const before = { width: wide, height: high };
  await moreOf(row).click();
  await page.getByRole('menuitem', { name: 'Copy text' }).waitFor();
  expect(await moreOf(row).getAttribute('aria-expanded')).toBe('true');
  // It looks as the other one did: what is loaded has styles of its own.
  const { width = 0, height = 0 } = (await moreOf(row).boundingBox()) ?? {};
  expect({ width, height }).toEqual(before);
  // A pointer marks no item.
  expect(
    await page.locator('.mat-mdc-menu-item.cdk-keyboard-focused, .mat-mdc-menu-item.cdk-program-focused').count(),
  ).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-haspopup'))).toBe('menu');

  // Of another message, whose menu nobody has opened yet.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+F10');
  const first = page.getByRole('menuitem').first();
  await first.waitFor();
  await expect.poll(() => first.evaluate((item) => item === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  const back = await page.evaluate(
    () => document.activeElement?.closest('app-message-view')?.querySelector('article')?.ariaPosInSet,
  );
  expect(back).toBe('4');
});

test('the menu of a message does not come back by itself when what was chosen in it is over', async () => {
  const { visitor } = await aReader('ada.edits', 5);
  const { page } = visitor;
  const row = page.locator('app-message-view').last();
  await row.hover();
  await moreOf(row).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Edit your message' }).press('Escape');
  await moreOf(row).waitFor();
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  });
  expect(await page.getByRole('menu').count()).toBe(0);
});

test('of fifty rooms that were opened and left nothing stays in the page', async () => {
  const ada = await Person.registers(server, 'ada.wanders');
  const rooms: string[] = [];
  for (let room = 1; room <= 50; room += 1) {
    const made = await ada.creates(`Wandered ${String(room)}`);
    await ada.says('**Good evening**, all of you.', made);
    rooms.push(made.id);
  }
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn('ada.wanders', PASSWORD);
  const [first = '', ...others] = rooms;
  await visitor.page.goto(`${server.url}/chat/${first}`);
  const tools = await visitor.context.newCDPSession(visitor.page);
  await tools.send('Performance.enable');
  const goTo = async (room: string): Promise<void> => {
    await visitor.page.locator(`app-room-link a[href$="${room}"]`).click();
    await visitor.page.waitForURL(`**/chat/${room}`);
    await visitor.sees('Good evening, all of you.');
  };
  // What comes with the first rooms alone, as code that is loaded then, is no part of it.
  for (const room of others.slice(0, 4)) await goTo(room);
  await goTo(first);
  const before = await held(tools);
  for (const room of others) await goTo(room);
  await goTo(first);
  const after = await held(tools);
  // A room has some hundred nodes and as many listeners: one that stayed of each would be ten thousand.
  expect(after.nodes - before.nodes).toBeLessThan(1500);
  expect(after.listeners - before.listeners).toBeLessThan(300);
});

async function aReader(name: string, count: number): Promise<{ visitor: Visitor }> {
  const ada = await Person.registers(server, name);
  const room = await ada.creates(name);
  await aLongHistory(server, { author: ada, room, count, saying: (number) => `Line ${String(number)} of it.` });
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn(name, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.sees(`Line ${String(count)} of it.`);
  return { visitor };
}

function moreOf(row: Locator): Locator {
  return row.getByRole('button', { name: /^More actions for / });
}

/** Of the last message and all in it, as the browser counts them. */
async function listenersIn(tools: CDPSession, { page }: Visitor): Promise<number> {
  expect(await page.locator('app-message-view').count()).toBeGreaterThan(5);
  const { result } = await tools.send('Runtime.evaluate', {
    expression: `[...document.querySelectorAll('app-message-view:not(.first)')].at(-1)`,
  });
  if (result.objectId === undefined) throw new Error('There is no message.');
  const { listeners } = await tools.send('DOMDebugger.getEventListeners', { objectId: result.objectId, depth: -1 });
  return listeners.length;
}

/** What the browser holds of the page, in it or not, after a full garbage collection. */
async function held(tools: CDPSession): Promise<{ nodes: number; listeners: number }> {
  for (let time = 0; time < 2; time += 1) await tools.send('HeapProfiler.collectGarbage');
  const { metrics } = await tools.send('Performance.getMetrics');
  const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
}
