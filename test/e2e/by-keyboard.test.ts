import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { unmarkedStops } from '../support/browser/tab-stops.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { firstOf } from '../support/chance/rounds.js';

const browser = await aBrowser();
const server = await aServer();
const ada = await Person.registers(server, 'ada', 'Ada Lovelace');
const ben = await Person.registers(server, 'ben', 'Ben Okri');
await ada.asks('mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { id } } }', {
  code: server.setupCode,
});

describe('every stop of Tab shows that it has the focus, in the light and in the dark, on', () => {
  test.each(firstOf([false, true], 1))('the pages for visitors, dark: %s', async (dark) => {
    const visitor = await Visitor.arrives(browser, server.url, { dark });
    for (const path of ['/', '/login', '/register', '/guest']) {
      await visitor.page.goto(`${server.url}${path}`);
      await visitor.page.getByRole('button').first().waitFor();
      expect(await unmarkedStops(visitor.page), path).toEqual([]);
    }
  });

  test.each(firstOf([false, true], 1))('the pages and dialogs for those who are signed in, dark: %s', async (dark) => {
    const room = await ada.creates(`Rings ${String(dark)}`);
    await ben.joins(room);
    await ada.says('Hello [there](https://example.org/)', room);
    const visitor = await arrives('ada', room, { dark, width: 1440 });
    const { page } = visitor;
    await visitor.sees('Hello there');
    await page.getByRole('button', { name: 'Members', exact: true }).press('Enter');
    await page.getByText('2 members').waitFor();
    await page.getByRole('button', { name: 'Add someone' }).press('Enter');
    await page.getByRole('searchbox', { name: 'Add someone' }).waitFor();
    expect(await unmarkedStops(page), 'the room').toEqual([]);

    for (const [name, open] of [
      ['Keyboard shortcuts', () => choose(page, 'Account menu', 'Keyboard shortcuts')],
      ['New room', () => page.getByRole('button', { name: 'New room' }).first().press('Enter')],
      ['Leave', () => choose(page, 'Room options', 'Leave room')],
      ['Delete', () => deletes(visitor, 'Hello there')],
      ['Remove Ben', () => choose(page, 'Actions for Ben Okri', 'Remove from room')],
    ] as const) {
      await open();
      const dialog = page.locator('mat-dialog-container');
      await dialog.waitFor();
      // It takes the focus once it has come up.
      await page.locator('mat-dialog-container:focus-within').waitFor();
      expect(await unmarkedStops(page), name).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }

    for (const menu of ['Account menu', 'Room options', 'Actions for Ben Okri']) {
      await page.getByRole('button', { name: menu }).press('Enter');
      await page.getByRole('menu').waitFor();
      expect(await unmarkedStops(page, 'ArrowDown'), menu).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }

    for (const path of ['/account', '/account/notifications', '/administration', '/chat']) {
      await page.goto(`${server.url}${path}`);
      await page.locator('button, input').first().waitFor();
      expect(await unmarkedStops(page), path).toEqual([]);
    }
  });
});

describe('the focus does not fall to the whole page', () => {
  test('when “Add someone” is closed with Escape: it goes back to its button', async () => {
    const room = await ada.creates('Adding');
    const { page } = await withMembers(room);
    await page.getByRole('button', { name: 'Add someone' }).press('Enter');
    await page.getByRole('searchbox', { name: 'Add someone' }).fill('ben');
    await page.getByRole('searchbox', { name: 'Add someone' }).press('Escape');
    await expect.poll(() => focusedName(page)).toBe('Add someone');
  });

  test('when a member is removed, by oneself or by another: it goes to the heading of the members', async () => {
    const cleo = await Person.registers(server, 'cleo', 'Cleo');
    const room = await ada.creates('Removing');
    await ben.joins(room);
    await cleo.joins(room);
    const visitor = await withMembers(room);
    const { page } = visitor;
    await choose(page, 'Actions for Ben Okri', 'Remove from room');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).press('Enter');
    await page.getByText('2 members').waitFor();
    await expect.poll(() => focusedName(page)).toBe('2 members');
    await hears(visitor, 'Ben Okri was removed.');

    await page.getByRole('button', { name: 'Actions for Cleo' }).focus();
    await cleo.leaves(room);
    await expect.poll(() => focusedName(page)).toBe('1 member');
  });

  test('when a member goes up in the list, it goes along; when the menus are gone, to the heading', async () => {
    const room = await ada.creates('Moving');
    for (const name of ['abe', 'zoe']) await (await Person.registers(server, name)).joins(room);
    const visitor = await withMembers(room);
    const { page } = visitor;
    await choose(page, 'Actions for zoe', 'Make moderator');
    await hears(visitor, 'zoe is now a moderator.');
    await expect.poll(() => focusedName(page)).toBe('Actions for zoe');
    await choose(page, 'Actions for zoe', 'Transfer ownership');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Transfer' }).press('Enter');
    await hears(visitor, 'zoe now owns the room.');
    await page.getByRole('button', { name: 'Actions for zoe' }).waitFor({ state: 'detached' });
    await expect.poll(() => focusedName(page)).toBe('3 members');
  });

  test('from one page for visitors to the next: it goes to the heading, and the title follows it', async () => {
    const { page } = await Visitor.arrives(browser, server.url);
    await page.goto(server.url);
    for (const [link, heading] of [
      ['Create an account', 'Create an account'],
      ['Sign in', 'Sign in'],
      ['Join as a guest', 'Join as a guest'],
    ] as const) {
      await page.getByRole('link', { name: link }).press('Enter');
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await expect.poll(() => focusedName(page)).toBe(heading);
      await expect.poll(() => page.title()).toBe(`${heading} · Tertulia`);
    }
  });

  test('on the way out, from the menu and from the account: the heading says so, and the title', async () => {
    for (const leave of [
      (page: Page) => choose(page, 'Account menu', 'Sign out'),
      async (page: Page) => {
        await page.goto(`${server.url}/account`);
        await page.getByRole('link', { name: 'Sign out of this browser' }).press('Enter');
      },
    ]) {
      const { page } = await arrives('ada');
      await leave(page);
      await page.getByRole('heading', { name: 'You’re signed out' }).waitFor();
      await expect.poll(() => focusedName(page)).toBe('You’re signed out');
      await expect.poll(() => page.title()).toBe('You’re signed out · Tertulia');
    }
  });

  test('when a room is opened that one is not in: it goes to the room’s name', async () => {
    await ben.creates('Kitchen talk');
    const { page } = await arrives('ada');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('kitchen ta');
    await page.getByRole('status').getByText('1 room found').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kitchen talk' }).waitFor();
    await expect.poll(() => focusedName(page)).toBe('Kitchen talk');
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Join room');
  });
});

describe('a screen reader is told', () => {
  test('that an edit was saved, kept or discarded, and that a message was deleted', async () => {
    const room = await ada.creates('Told of edits');
    await ada.says('A frist try', room);
    const visitor = await arrives('ada', room);
    const { page } = visitor;
    await visitor.sees('A frist try');
    const editor = page.getByRole('textbox', { name: 'Edit your message' });
    await visitor.composer.press('ArrowUp');
    await editor.press('Escape');
    await visitor.composer.press('ArrowUp');
    await editor.fill('A first try');
    await editor.press('Escape');
    await hears(visitor, 'Your changes are kept but not saved.');
    await visitor.composer.press('ArrowUp');
    await editor.press('Enter');
    await hears(visitor, 'Changes saved.');
    await deletes(visitor, 'A first try');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).press('Enter');
    await hears(visitor, 'Message deleted.');
  });

  test('who was found for the room', async () => {
    const { page } = await withMembers(await ada.creates('Found'));
    await page.getByRole('button', { name: 'Add someone' }).press('Enter');
    const box = page.getByRole('searchbox', { name: 'Add someone' });
    await box.fill('ben');
    await page.getByRole('status').getByText('1 person found').waitFor({ state: 'attached' });
    await box.fill('nobody of that name');
    await page.getByRole('status').getByText('No one found').waitFor({ state: 'attached' });
  });

  test('that the connection is back, once it was said to be lost', async () => {
    const room = await ada.creates('Lost and back');
    const visitor = await arrives('ada', room);
    const sockets: { close(): Promise<void> }[] = [];
    let isUp = true;
    await visitor.page.routeWebSocket(/graphql/, async (socket) => {
      if (!isUp) {
        await socket.close();
        return;
      }
      socket.connectToServer();
      sockets.push(socket);
    });
    await visitor.page.reload();
    await visitor.composer.waitFor();
    await expect.poll(() => sockets.length).toBeGreaterThan(0);
    isUp = false;
    for (const socket of sockets) await socket.close();
    await visitor.page.getByText('Connection lost.').waitFor();
    isUp = true;
    await hears(visitor, 'Connected again.');
  });

  test('that one has left a room, or was removed from it', async () => {
    const [first, second] = [await ben.creates('Left'), await ben.creates('Removed from')];
    await ada.joins(first);
    await ada.joins(second);
    const visitor = await arrives('ada', first);
    await choose(visitor.page, 'Room options', 'Leave room');
    await visitor.page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).press('Enter');
    await hears(visitor, 'You left “Left”.');
    await ben.removes(ada, second);
    await hears(visitor, 'You are no longer in “Removed from”. Ben Okri removed you.');
  });

  test('where several messages are', async () => {
    const rooms = [await ada.creates('Told of one'), await ada.creates('Told of two'), await ada.creates('Elsewhere')];
    const [one, two, elsewhere] = rooms as [RoomAnswer, RoomAnswer, RoomAnswer];
    await ben.joins(one);
    await ben.joins(two);
    const visitor = await arrives('ada', elsewhere);
    await visitor.isConnected();
    await Promise.all([ben.says('A', one), ben.says('B', one), ben.says('C', two)]);
    await expect.poll(() => visitor.page.title()).toContain('(3)');
    await expect.poll(() => heard(visitor)).toMatch(/^(3 new messages in 2 rooms|New message in Told of \w+)/);
  });
});

describe('code and tables are stops of Tab', () => {
  test('only where they can be scrolled, and then have names; what grows narrow becomes one', async () => {
    const room = await ada.creates('Wide and narrow');
    const row = (cell: string) => `|${` ${cell} |`.repeat(30)}`;
    await ada.says(`\`\`\`\n${'wide '.repeat(100)}\n\`\`\`\n\n${row('a')}\n${row('-')}\n${row('wide')}`, room);
    await ada.says(
      '```\nlet between = "so wide that it fits a screen, and no phone at all";\n```\n\n| b |\n| - |\n| 2 |',
      room,
    );
    const visitor = await arrives('ada', room);
    const { page } = visitor;
    await visitor.sees('let between');
    const parts = (message: string) => visitor.messages(message).getByRole('region');
    await expect.poll(() => parts('wide wide').count()).toBe(2);
    await visitor.messages('wide wide').getByRole('region', { name: 'Code' }).waitFor();
    await visitor.messages('wide wide').getByRole('region', { name: 'Table' }).getByRole('table').waitFor();
    expect(await parts('let between').count()).toBe(0);

    expect(await stopsOf(page, visitor, 'let between')).toEqual(['Copy code']);
    await expect.poll(() => stopsOf(page, visitor, 'wide wide')).toEqual(['Code', 'Copy code', 'Table']);
    // The other messages are no stops meanwhile.
    await visitor.messages('let between').focus();
    for (const part of await parts('wide wide').all()) expect(await part.getAttribute('tabindex')).toBe('-1');

    await page.setViewportSize({ width: 360, height: 800 });
    await visitor.messages('let between').getByRole('region', { name: 'Code' }).waitFor();
    expect(await parts('let between').count()).toBe(1);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => parts('let between').count()).toBe(0);
  });
});

test('after sending, the way back leads to what was sent, and not to where one was before', async () => {
  const room = await ada.creates('Sending');
  for (const text of ['First', 'Second', 'Third']) await ada.says(text, room);
  const visitor = await arrives('ada', room);
  const { page } = visitor;
  await visitor.sees('Third');
  await visitor.messages('First').focus();
  await page.keyboard.press('Escape');
  await visitor.says('Fourth');
  await visitor.sees('Fourth');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => visitor.focused()).toContain('Fourth');
});

test('Escape first empties the box to find a room, and then leads back to the message box', async () => {
  const visitor = await arrives('ada', await ada.creates('Searching'));
  const { page } = visitor;
  await visitor.composer.waitFor();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('kit');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('searchbox', { name: 'Find a room' }).inputValue()).toBe('');
  expect(await focusedName(page)).toBe('Find a room or person');
  await page.keyboard.press('Escape');
  expect(await focusedName(page)).toBe('Message to Searching');
});

test('the name of a button without words stands beside it for whoever comes by Tab or rests there, and Escape takes only that away', async () => {
  const visitor = await arrives('ada', await ada.creates('Named'));
  const { page } = visitor;
  const tooltip = (name: string) => page.locator('.tooltip').getByText(name, { exact: true });
  await page.getByRole('button', { name: 'Members', exact: true }).focus();
  expect(await page.locator('.tooltip').count()).toBe(0);
  await page.keyboard.press('Shift+Tab');
  await tooltip('Search messages').waitFor();
  await page.keyboard.press('Escape');
  await tooltip('Search messages').waitFor({ state: 'detached' });
  expect(await focusedName(page)).toBe('Search messages');
  await page.getByRole('button', { name: 'Members', exact: true }).hover();
  await tooltip('Members').waitFor();
  await page.getByRole('heading', { name: 'Named' }).hover();
  await tooltip('Members').waitFor({ state: 'detached' });
});

test('a field at fault says what is wrong in place of its hint, and only that is read out with it', async () => {
  const { page } = await Visitor.arrives(browser, server.url);
  await page.goto(`${server.url}/register`);
  await page.getByLabel('Username').fill('otto');
  const field = page.getByLabel('Password', { exact: true });
  await page.getByText('At least 8 characters.', { exact: true }).waitFor();
  await field.fill('short');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByText('Use at least 8 characters').waitFor();
  expect(await page.getByText('At least 8 characters.', { exact: true }).count()).toBe(0);
  const described = (await field.getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`[id="${described}"]`).textContent()).toContain('Use at least 8 characters');
});

test('a link to a room is named in one piece: its name, whether it is private, and what is unread', async () => {
  const room = await ada.creates('Back room', 'PRIVATE');
  const open = await ada.creates('Front room');
  await ada.adds(ben, room);
  const visitor = await arrives('ada', open);
  await visitor.page.getByRole('link', { name: 'Back room, private', exact: true }).waitFor();
  await ben.says('Psst', room);
  await visitor.page.getByRole('link', { name: 'Back room, private, 1 unread message', exact: true }).waitFor();
});

async function arrives(
  username: string,
  room?: RoomAnswer,
  options: { dark?: boolean; width?: number } = {},
): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, options);
  await visitor.signsIn(username, PASSWORD);
  if (!room) return visitor;
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  return visitor;
}

async function withMembers(room: RoomAnswer): Promise<Visitor> {
  const visitor = await arrives('ada', room, { width: 1440 });
  await visitor.page.getByRole('button', { name: 'Members', exact: true }).press('Enter');
  await visitor.page.getByRole('heading', { name: /members?$/ }).waitFor();
  return visitor;
}

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu }).press('Enter');
  const chosen = page.getByRole('menuitem', { name: item });
  await chosen.focus();
  // A menu cuts off what stands out of it.
  expect(await chosen.evaluate((element) => getComputedStyle(element).outlineOffset)).toBe('-2px');
  await chosen.press('Enter');
}

/** The tools of a message are there while one is at it. */
async function deletes(visitor: Visitor, message: string): Promise<void> {
  await visitor.messages(message).focus();
  await visitor.page.getByRole('button', { name: /^Delete your message/ }).press('Enter');
}

/** The region that says what happens, and nothing else. */
async function heard({ page }: Visitor): Promise<string> {
  return (await page.locator('app-root > [aria-live="polite"]').textContent()) ?? '';
}

async function hears(visitor: Visitor, sentence: string): Promise<void> {
  await expect.poll(() => heard(visitor)).toContain(sentence);
}

/** The stops between a message and its tools. */
async function stopsOf(page: Page, visitor: Visitor, message: string): Promise<(string | null)[]> {
  await visitor.messages(message).focus();
  const stops: (string | null)[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const name = await focusedName(page);
    if (name === null || name.includes('your message') || stops.length > 10) return stops;
    stops.push(name);
  }
}

/** What has the focus, by its name or its words; null where that is the whole page. */
function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) return null;
    return activeElement.getAttribute('aria-label') ?? labelOf(activeElement) ?? activeElement.textContent.trim();

    function labelOf(element: Element): string | null {
      return element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent.trim() ?? null) : null;
    }
  });
}
