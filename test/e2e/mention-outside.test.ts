import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { aName } from '../support/people/accounts.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();

test.each([390, 1440])(
  'Ada mentions Ben, who is not in her room, and brings him in by the keyboard, at %i pixels',
  async (width) => {
    const [ada, ben] = await people();
    const room = await aRoom(ada, [], 'PRIVATE');
    const adas = await arrives(ada, room, width);
    await sends(adas, `What do you think, @${ben.username}?`);
    await adas.page.getByText('Ben Okri isn’t in this room. Add Ben Okri?').waitFor();
    expect(await faultsOf(adas)).toEqual([]);
    expect(await adas.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const button = adas.page.getByRole('button', { name: 'Add Ben Okri' });
    await button.focus();
    await adas.page.keyboard.press('Enter');
    await button.waitFor({ state: 'detached' });
    expect(await adas.page.evaluate(() => document.activeElement?.id)).toBe('message-box');
    expect(await ben.asks('query ($id: ID!) { room(id: $id) { viewerMembership { role } } }', { id: room.id })).toEqual(
      {
        room: { viewerMembership: { role: 'MEMBER' } },
      },
    );
  },
);

test('it goes when it is dismissed, when he comes in by himself, and is never there for whom it names in code or in the room', async () => {
  const [ada, ben, cleo] = await people();
  const room = await aRoom(ada, [cleo]);
  const adas = await arrives(ada, room);
  const cleos = await arrives(cleo, room);
  const notice = adas.page.getByText(/isn’t in this room/);
  await adas.says(`@${cleo.username} and \`@${ben.username}\``);
  await adas.says(`Now @${ben.username}`);
  await notice.waitFor();
  expect(await notice.allInnerTexts()).toEqual(['Ben Okri isn’t in this room. Add Ben Okri?']);
  await adas.page.getByRole('button', { name: 'Not now: Ben Okri' }).press('Enter');
  await notice.waitFor({ state: 'detached' });
  await adas.says(`Again @${ben.username}`);
  await notice.waitFor();
  // Only whoever wrote it is told.
  await cleos.sees('Again');
  expect(await cleos.page.getByText(/isn’t in this room/).count()).toBe(0);
  await ben.joins(room);
  await notice.waitFor({ state: 'detached' });
});

test('a member who may not add anybody is told that Ben will not see it, and offered nothing', async () => {
  const [ada, ben, cleo] = await people();
  const room = await aRoom(ada, [cleo], 'PRIVATE');
  const cleos = await arrives(cleo, room, 390);
  await sends(cleos, `Psst, @${ben.username}`);
  await cleos.page.getByText('Ben Okri isn’t in this room and won’t see your message.').waitFor();
  expect(await cleos.page.getByRole('button', { name: 'Add Ben Okri' }).count()).toBe(0);
  await cleos.page.getByRole('button', { name: 'Close: Ben Okri' }).click();
  await cleos.page.getByText(/isn’t in this room/).waitFor({ state: 'detached' });
});

/** Enter makes a new line on a phone. */
async function sends({ composer, page }: Visitor, text: string): Promise<void> {
  await composer.fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

async function people(): Promise<[Person, Person, Person]> {
  return [
    await Person.registers(server, aName(), 'Ada Lovelace'),
    await Person.registers(server, aName(), 'Ben Okri'),
    await Person.registers(server, aName(), 'Cleo Santos'),
  ];
}

async function arrives(person: Person, room: RoomAnswer, width = 1440): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, { width, touch: width < 500 });
  await visitor.hasSignedIn(person.username, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  return visitor;
}
