import { expect, test } from 'vitest';
import { Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

test('opening a room is one GraphQL request', async () => {
  const ada = await Person.registers(server, 'ada.counts');
  const first = await ada.creates('First');
  const second = await ada.creates('Second');
  for (let line = 1; line <= 120; line += 1) await ada.says(`Line ${String(line)}.`, second);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ada.counts', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${first.id}`);
  await visitor.composer.waitFor();
  visitor.asked.length = 0;
  await visitor.page.getByRole('link', { name: 'Second' }).click();
  await visitor.sees('Line 120.');
  await expect.poll(() => isAtEnd(visitor)).toBe(true);
  await paintedTopOf('Line 120.', visitor);
  expect(visitor.asked).toEqual(['OpenRoom']);
});

test('while the messages of another room are on their way, its header, its box and the members stand where they will stay', async () => {
  const ada = await Person.registers(server, 'ada.waits');
  const here = await ada.creates('Here');
  const there = await ada.creates('There');
  await ada.says('Said there', there);
  const visitor = await Visitor.arrives(browser, server.url, { width: 1440 });
  await visitor.signsIn('ada.waits', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${here.id}`);
  await visitor.composer.waitFor();
  await visitor.page.getByRole('button', { name: 'Members', exact: true }).click();
  await visitor.page.getByRole('complementary', { name: 'Members' }).getByRole('heading').waitFor();
  const { promise: held, resolve: letCome } = Promise.withResolvers<undefined>();
  await visitor.page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('"OpenRoom"')) await held;
    await route.continue();
  });
  await visitor.page.getByRole('link', { name: 'There' }).click();
  await visitor.page.getByRole('heading', { name: 'There', level: 1 }).waitFor();
  await visitor.page.getByText('Loading the messages').waitFor({ state: 'attached' });
  const waiting = await placesOf(visitor);
  letCome(undefined);
  await visitor.sees('Said there');
  expect(await placesOf(visitor)).toEqual(waiting);
});

test('a public room that Ada makes is in Ben’s list at once, and gone from it once she has left it', async () => {
  const ada = await Person.registers(server, 'ada.makes');
  await Person.registers(server, 'ben.looks');
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ben.looks', 'a long password');
  await visitor.page.goto(`${server.url}/chat`);
  await visitor.page.getByRole('searchbox').waitFor();
  const room = await ada.creates('Made just now');
  await visitor.page.getByRole('link', { name: /Made just now/ }).waitFor();
  await ada.leaves(room);
  await visitor.page.getByRole('link', { name: /Made just now/ }).waitFor({ state: 'detached' });
});

test('opening the client in a room is one request beside the one that restores the sign-in', async () => {
  const ada = await Person.registers(server, 'ada.opens');
  const room = await ada.creates('Only one');
  await ada.says('Hello there', room);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ada.opens', 'a long password');
  visitor.asked.length = 0;
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.sees('Hello there');
  expect(visitor.asked).toEqual(['RefreshSession', 'OpenChatRoom']);
});

test('history loads while Ada scrolls up, without a jump', async () => {
  const ada = await Person.registers(server, 'ada.scrolls');
  const room = await ada.creates('Long story');
  for (let line = 1; line <= 180; line += 1) await ada.says(`Line ${String(line)} of the story`, room);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ada.scrolls', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.sees('Line 180 of');
  // What was said before is on its way when one gets there, and comes while one looks.
  const { promise: looked, resolve: letCome } = Promise.withResolvers<unknown>();
  await visitor.page.route('**/graphql', async (route, request) => {
    if (request.postData()?.includes('OlderMessages')) await looked;
    await route.continue();
  });
  await visitor.scrollsUp();
  const lineAtTop = await uppermostLine(visitor);
  const before = await paintedTopOf(lineAtTop, visitor);
  const { promise: came, resolve: hasCome } = Promise.withResolvers<unknown>();
  visitor.page.once('response', hasCome);
  letCome(undefined);
  await came;
  await expect.poll(() => visitor.timeline.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  const after = await paintedTopOf(lineAtTop, visitor);
  expect(Math.abs((after ?? Number.NaN) - (before ?? Number.NaN))).toBeLessThan(1);
  await scrollUpTo(visitor, 'Line 1 of');
  // What has been loaded stays loaded.
  visitor.asked.length = 0;
  await visitor.timeline.hover();
  while ((await visitor.messages('Line 100 of').count()) === 0) await visitor.page.mouse.wheel(0, 600);
  expect(visitor.asked).toEqual([]);
});

test('a long history is read to its first line', async () => {
  const ada = await Person.registers(server, 'ada.endless');
  const room = await ada.creates('Endless');
  for (let line = 1; line <= 520; line += 1) await ada.says(`Line ${String(line)} of it`, room);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ada.endless', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.sees('Line 520 of');
  await scrollUpTo(visitor, 'Line 1 of');
  await visitor.page.getByText('This is the start of Endless.').waitFor({ state: 'attached' });
});

test('who reads further up is told of new messages and not moved; who is at the end sees them', async () => {
  const ada = await Person.registers(server, 'ada.tells');
  const room = await ada.creates('Up and down');
  for (let line = 1; line <= 60; line += 1) await ada.says(`Line ${String(line)} of the story`, room);
  await Person.registers(server, 'ben.reads');
  const ben = await Visitor.arrives(browser, server.url);
  await ben.signsIn('ben.reads', 'a long password');
  await ben.page.goto(`${server.url}/chat/${room.id}`);
  await ben.page.getByRole('button', { name: 'Join room' }).click();
  await ben.sees('Line 60 of');
  await ben.timeline.hover();
  await ben.page.mouse.wheel(0, -1500);
  await ben.page.getByRole('button', { name: 'Jump to latest' }).waitFor();
  const place = await ben.timeline.evaluate((element) => element.scrollTop);
  await ada.says('One', room);
  await ada.says('Two', room);
  await ada.says('Three', room);
  const pill = ben.page.getByRole('button', { name: '3 new messages' });
  await pill.waitFor();
  expect(await ben.timeline.evaluate((element) => element.scrollTop)).toBe(place);
  await pill.click();
  await expect.poll(() => isAtEnd(ben)).toBe(true);
  await ada.says('Four', room);
  await ben.messages('Four').waitFor();
  await expect.poll(() => isAtEnd(ben)).toBe(true);
});

test('Ada makes a private room, brings Ben in and puts him out; Cleo never sees it', async () => {
  const ben = await Person.registers(server, 'ben.private');
  const cleo = await Person.registers(server, 'cleo.private');
  const ada = await Visitor.arrives(browser, server.url);
  await ada.registers('ada.private', 'a long password');
  await ada.page.getByRole('button', { name: 'New room' }).first().click();
  const dialog = ada.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Backstage');
  await dialog.getByRole('radio', { name: /Private/ }).check();
  await dialog.getByRole('button', { name: 'Create room' }).click();
  await ada.composer.waitFor();
  await openMembers(ada);
  await ada.page
    .getByRole('button', { name: /Add someone/ })
    .first()
    .click();
  await ada.page.getByRole('searchbox', { name: 'Add someone' }).fill('ben.private');
  await ada.page.getByRole('button', { name: 'Add ben.private' }).click();
  await expect.poll(() => roomsOf(ben)).toEqual(['Backstage']);
  expect(await roomsOf(cleo)).toEqual([]);
  await ada.page.getByRole('button', { name: 'Actions for ben.private' }).click();
  await ada.page.getByRole('menuitem', { name: 'Remove from room' }).click();
  await ada.page
    .getByRole('alertdialog')
    .getByRole('button', { name: /Remove/ })
    .click();
  await expect.poll(() => roomsOf(ben)).toEqual([]);
});

test('the room says which role somebody was given, at once and to whoever opens it later', async () => {
  const ada = await Person.registers(server, 'ada.appoints');
  const ben = await Person.registers(server, 'ben.appointed');
  const room = await ada.creates('Offices');
  await ada.adds(ben, room);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ada.appoints', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.timeline.getByText('ada.appoints added ben.appointed.').waitFor();
  await ada.makes(ben, 'MODERATOR', room);
  await visitor.timeline.getByText('ada.appoints made ben.appointed a moderator.').waitFor();
  await ada.makes(ben, 'OWNER', room);
  await visitor.timeline.getByText('ada.appoints made ben.appointed the owner.').waitFor();
  await visitor.timeline.getByText('ada.appoints is now a moderator.').waitFor();
  await visitor.page.reload();
  await visitor.timeline.getByText('ada.appoints made ben.appointed a moderator.').waitFor();
  await visitor.timeline.getByText('ada.appoints made ben.appointed the owner.').waitFor();
});

test('who looks for a Straße finds the STRASSE, among the rooms to join and among one’s own', async () => {
  const ada = await Person.registers(server, 'ada.street');
  await ada.creates('Lange STRASSE');
  const ben = await Person.registers(server, 'ben.street');
  const own = await ben.creates('Kurze STRASSE');
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ben.street', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${own.id}`);
  await visitor.composer.waitFor();
  await visitor.page.getByRole('searchbox', { name: 'Find a room' }).fill('straße');
  await visitor.page.getByRole('link', { name: /Lange STRASSE/ }).waitFor();
  expect(await visitor.page.getByRole('link', { name: /Kurze STRASSE/ }).count()).toBe(1);
  await visitor.page.getByRole('searchbox', { name: 'Find a room' }).fill('gasse');
  await visitor.page.getByText('No room or person matches “gasse”.').waitFor();
});

test('a room that is not there, or not for Otto, is said not to be there', async () => {
  const ada = await Person.registers(server, 'ada.hidden');
  const room = await ada.creates('Hidden', 'PRIVATE');
  await Person.registers(server, 'otto.curious');
  const otto = await Visitor.arrives(browser, server.url);
  await otto.signsIn('otto.curious', 'a long password');
  await otto.page.goto(`${server.url}/chat/${room.id}`);
  await otto.page.getByRole('heading', { name: /no such room|not here|not found/i }).waitFor();
  expect(await otto.page.getByText('Hidden').count()).toBe(0);
});

test('whoever has asked for the last members by keyboard is still in the list, and out of it with Escape', async () => {
  const ada = await Person.registers(server, 'ada.crowd');
  const room = await ada.creates('Crowd');
  for (let guest = 1; guest <= 101; guest += 1) {
    await (await Person.entersAsGuest(server, `Guest ${String(guest)}`)).joins(room);
  }
  const visitor = await Visitor.arrives(browser, server.url, { width: 390 });
  await visitor.signsIn('ada.crowd', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  await openMembers(visitor);
  await visitor.page.getByRole('button', { name: 'Show more members' }).press('Enter');
  await visitor.page.getByRole('button', { name: 'Show more members' }).waitFor({ state: 'detached' });
  await expect.poll(() => visitor.focused()).toBe('102 members');
  await visitor.page.keyboard.press('Escape');
  await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('the longest names are not cut off on a phone', async () => {
  const name = 'W'.repeat(80);
  const ada = await Person.registers(server, 'ada.long', 'M'.repeat(64));
  const room = await ada.creates(name);
  await ada.says('Hello', room);
  const visitor = await Visitor.arrives(browser, server.url, { width: 390 });
  await visitor.signsIn('ada.long', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.page.getByText(`${'M'.repeat(64)} created the room.`).waitFor();
  expect(await cutOffIn(visitor.timeline)).toBe(0);
  await visitor.page.getByRole('button', { name: 'Room options' }).click();
  await visitor.page.getByRole('menuitem', { name: 'Leave room' }).click();
  expect(await cutOffIn(visitor.page.getByRole('heading', { name: `Leave “${name}”?` }))).toBe(0);
});

async function openMembers({ page }: Visitor): Promise<void> {
  const toggle = page.getByRole('button', { name: 'Members', exact: true });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
}

async function roomsOf(person: Person): Promise<string[]> {
  const { viewer } = await person.asks<{ viewer: { rooms: { nodes: { name: string }[] } } }>(
    '{ viewer { rooms { nodes { name } } } }',
  );
  return viewer.rooms.nodes.map(({ name }) => name);
}

/** The words of the first message that begins in view. */
function uppermostLine({ timeline }: Visitor): Promise<string> {
  return timeline.evaluate((element) => {
    const edge = element.getBoundingClientRect().top;
    const lines = [...element.querySelectorAll('article')].filter((each) => each.getBoundingClientRect().top >= edge);
    return /Line \d+ of/.exec(lines[0]?.textContent ?? '')?.[0] ?? '';
  });
}

async function scrollUpTo(visitor: Visitor, line: string): Promise<void> {
  while ((await visitor.messages(line).count()) === 0) {
    await visitor.timeline.evaluate((element) => {
      element.scrollTop = 0;
    });
  }
}

function isAtEnd({ timeline }: Visitor): Promise<boolean> {
  return timeline.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight < 4);
}

/** Where a line stands once the page has been painted: between two frames it may stand elsewhere, and nobody sees it. */
function paintedTopOf(line: string, { timeline }: Visitor): Promise<number | undefined> {
  return timeline.evaluate(async (element, text) => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const articles = [...element.querySelectorAll('article')];
    const article = articles.find(({ textContent }) => textContent.includes(text));
    if (!article) return undefined;
    // Looked at where a frame ends: before, what has grown is not made up for yet, and nobody has seen it.
    return new Promise<number | undefined>((resolve) => {
      const observer = new IntersectionObserver(([seen]) => {
        observer.disconnect();
        resolve(seen?.boundingClientRect.top);
      });
      observer.observe(article);
    });
  }, line);
}

/** How far what is in a place goes beyond its side. */
function cutOffIn(place: ReturnType<Visitor['page']['locator']>): Promise<number> {
  return place.evaluate((element) => element.scrollWidth - element.clientWidth);
}

/** Of what frames the messages. */
async function placesOf({ page, composer }: Visitor): Promise<unknown> {
  const parts = [page.locator('app-room-header'), composer, page.getByRole('complementary', { name: 'Members' })];
  return Promise.all(parts.map((part) => part.boundingBox()));
}
