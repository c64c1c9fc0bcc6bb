import { expect, test } from 'vitest';
import { Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();
const ada = await Person.registers(server, 'ada');
const NAMES = Array.from({ length: 124 }, (_, number) => `Room ${String(number).padStart(3, '0')}`);
const OTHERS = ['Café', 'helpdesk', 'Lange Straße', '東京開発チーム', 'กาแฟเย็น', '우리 한글'];
for (const name of [...NAMES, ...OTHERS]) await ada.creates(name);

test('with 130 rooms the list goes on to the last one, in its order, and by keyboard from the first new one', async () => {
  const ben = await aVisitor('ben.lists');
  await expect.poll(async () => (await shown(ben)).length).toBe(20);
  await ben.page.getByRole('button', { name: 'Show more rooms' }).press('Enter');
  await expect.poll(async () => (await shown(ben)).length).toBe(120);
  const { rooms } = await ada.asks<{ rooms: { nodes: { name: string }[] } }>(
    '{ rooms(first: 100) { nodes { name } } }',
  );
  expect((await shown(ben)).slice(0, 100)).toEqual(rooms.nodes.map(({ name }) => name));
  await expect.poll(() => focusedRoom(ben)).toBe(rooms.nodes[20]?.name);
  await ben.page.getByText('100 more rooms').waitFor({ state: 'attached' });
  await ben.page.getByRole('button', { name: 'Show more rooms' }).press('Enter');
  await expect.poll(async () => (await shown(ben)).toSorted()).toEqual([...NAMES, ...OTHERS].toSorted());
  expect(await ben.page.getByRole('button', { name: 'Show more rooms' }).count()).toBe(0);
});

test('whoever is in the first hundred finds those to join behind them', async () => {
  const cleo = await Person.registers(server, 'cleo.joins');
  const { rooms } = await cleo.asks<{ rooms: { nodes: { id: string }[] } }>('{ rooms(first: 100) { nodes { id } } }');
  for (const room of rooms.nodes) await cleo.joins(room);
  const visitor = await aVisitor('cleo.joins', cleo);
  await visitor.page.getByRole('button', { name: 'Show more rooms' }).click();
  await expect.poll(() => joinable(visitor)).toHaveLength(20);
  await visitor.page.getByRole('button', { name: 'Show more rooms' }).click();
  await expect.poll(() => joinable(visitor)).toHaveLength(30);
  for (const room of rooms.nodes) await cleo.leaves(room);
});

test('every room is found by any part of its name, whatever the accents and the script', async () => {
  const ben = await aVisitor('ben.searches');
  for (const [query, name] of [
    ['cafe', 'Café'],
    ['desk', 'helpdesk'],
    ['STRASSE', 'Lange Straße'],
    ['開発', '東京開発チーム'],
    ['เย็น', 'กาแฟเย็น'],
    ['한글', '우리 한글'],
    ['m 123', 'Room 123'],
  ] as const) {
    await searchBox(ben).fill(query);
    await expect.poll(() => shown(ben), { message: query }).toEqual([name]);
    await ben.page.getByText('1 room found').waitFor({ state: 'attached' });
  }
  await searchBox(ben).fill('room');
  await ben.page.getByText('The first 100 rooms found').waitFor({ state: 'attached' });
  await ben.page.getByRole('button', { name: 'Show more rooms' }).click();
  await expect.poll(() => shown(ben)).toEqual(NAMES);
  await searchBox(ben).fill('no such room');
  await ben.page.getByRole('button', { name: 'Create it' }).waitFor();
  await searchBox(ben).fill('');
  await expect.poll(async () => (await shown(ben)).length).toBe(20);
});

test('the viewer’s own rooms are found by the same rule, and Enter opens the first of them', async () => {
  const otto = await Person.registers(server, 'otto.owns');
  await otto.creates('Crème brûlée');
  const visitor = await aVisitor('otto.owns', otto);
  await searchBox(visitor).fill('brulee');
  await searchBox(visitor).press('Enter');
  await visitor.page.getByRole('heading', { name: 'Crème brûlée' }).first().waitFor();
  await expect.poll(() => searchBox(visitor).inputValue()).toBe('');
});

test('the newest search wins, and one that fails is made again, not faster than a second', async () => {
  const ben = await aVisitor('ben.types');
  const asked: { query: string; at: number }[] = [];
  let isDown = true;
  const held = Promise.withResolvers<null>();
  await ben.page.route('**/graphql', async (route) => {
    const { operationName, variables } = route.request().postDataJSON() as {
      operationName: string;
      variables: { query: string };
    };
    if (operationName !== 'SearchRooms') return route.fallback();
    asked.push({ query: variables.query, at: Date.now() });
    if (variables.query === 'cafe') {
      const answer = await route.fetch();
      await held.promise;
      return route.fulfill({ response: answer });
    }
    return isDown ? route.abort() : route.fallback();
  });
  await searchBox(ben).fill('cafe');
  await expect.poll(() => asked.length).toBe(1);
  await searchBox(ben).fill('desk');
  await ben.page.getByText('Search isn’t working right now. Please try again').waitFor();
  held.resolve(null);
  await expect.poll(() => asked.filter(({ query }) => query === 'desk').length).toBe(2);
  isDown = false;
  await expect.poll(() => shown(ben), { timeout: 20_000 }).toEqual(['helpdesk']);
  const attempts = asked.filter(({ query }) => query === 'desk').map(({ at }) => at);
  for (const [index, at] of attempts.slice(1).entries())
    expect(at - (attempts[index] ?? at)).toBeGreaterThanOrEqual(1000);
});

test('a room that everybody has left is in no list any more, and its name makes a new one', async () => {
  const owner = await aVisitor('ada.leaves');
  await owner.page.getByRole('button', { name: 'New room' }).first().click();
  await owner.page.getByRole('dialog').getByLabel('Name').fill('Aardvark');
  await owner.page.getByRole('button', { name: 'Create room' }).click();
  await owner.composer.waitFor();
  const link = owner.page.url();
  await owner.page.getByRole('button', { name: 'Room options' }).click();
  await owner.page.getByRole('menuitem', { name: 'Leave room' }).click();
  await owner.page.getByRole('alertdialog').getByRole('button', { name: /Leave/ }).click();
  await owner.page.waitForURL('**/chat');
  await expect.poll(() => shown(owner)).not.toContain('Aardvark');
  const other = await aVisitor('ben.takes');
  expect(await shown(other)).not.toContain('Aardvark');
  await searchBox(other).fill('aardvark');
  await other.page.getByRole('button', { name: 'Create it' }).click();
  await other.page.getByRole('button', { name: 'Create room' }).click();
  await other.composer.waitFor();
  await owner.page.goto(link);
  await owner.page.getByRole('button', { name: 'Join room' }).click();
  await owner.page.getByText('there is now another room called “Aardvark”').waitFor();
});

test('adding someone says who is already there, and that there are more than are shown', async () => {
  const owner = await Person.registers(server, 'ada.adds');
  const home = await owner.creates('Home of many');
  for (let guest = 1; guest <= 25; guest += 1) {
    await (await Person.entersAsGuest(server, `Müller ${String(guest)}`)).joins(home);
  }
  const garden = await owner.creates('Garden of few');
  const visitor = await aVisitor('ada.adds', owner);
  await visitor.page.goto(`${server.url}/chat/${garden.id}`);
  await visitor.composer.waitFor();
  const members = visitor.page.getByRole('button', { name: 'Members', exact: true });
  if ((await members.getAttribute('aria-expanded')) === 'false') await members.click();
  await visitor.page.getByRole('button', { name: 'Add someone' }).click();
  const box = visitor.page.getByRole('searchbox', { name: 'Add someone' });
  await box.fill('muller');
  await visitor.page.getByText('Only the first 20 are shown.').waitFor();
  await box.fill('MULLER 25');
  await visitor.page.getByRole('button', { name: 'Add Müller 25' }).click();
  await visitor.page.getByText('Müller 25 is in the room.').waitFor();
  await box.fill('muller 25');
  await visitor.page.getByText('Already in this room').waitFor();
  expect(await visitor.page.getByRole('button', { name: 'Add Müller 25' }).count()).toBe(0);
});

/** Somebody with an account, signed in, with the list of rooms before them. */
async function aVisitor(username: string, person?: Person): Promise<Visitor> {
  if (!person) await Person.registers(server, username);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn(username, 'a long password');
  return visitor;
}

function searchBox({ page }: Visitor) {
  return page.getByRole('searchbox', { name: 'Find a room' });
}

/** The rooms of the sidebar, by name. */
function shown({ page }: Visitor): Promise<string[]> {
  return page.getByRole('navigation', { name: 'Rooms' }).locator('a .name').allTextContents();
}

/** Those under “Rooms to join”. */
function joinable({ page }: Visitor): Promise<string[]> {
  const list = page.getByRole('heading', { name: 'Rooms to join' }).locator('xpath=following-sibling::ul[1]');
  return list.locator('a .name').allTextContents();
}

function focusedRoom({ page }: Visitor): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.querySelector('.name')?.textContent.trim());
}
