import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { deletesAccount } from '../support/people/account-deletion.js';
import { talksWith } from '../support/people/direct-rooms.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { updatesProfile } from '../support/people/profiles.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();

test('Ada writes to Ben from his face; he answers, blocks her, unfolds what she says, and lets her in again', async () => {
  const [ada, ben] = await aPair('face', 'Ada', 'Ben');
  const room = await aRoom(ada, [ben]);
  await ben.says('Good morning', room);
  const [adas, bens] = [await arrives(ada), await arrives(ben)];
  await adas.page.goto(`${server.url}/chat/${room.id}`);
  await adas.sees('Good morning');

  // From the face to a conversation of two, which is in nobody else's list before something is said.
  await adas.timeline.getByRole('button', { name: 'Ben', exact: true }).click();
  await adas.page.getByRole('dialog', { name: 'Ben' }).getByRole('button', { name: 'Message' }).click();
  await adas.page.getByRole('heading', { name: /Conversation with Ben/ }).waitFor();
  await adas.page.getByText('No messages yet').waitFor();
  expect(await bens.page.getByRole('link', { name: /^Ada, / }).count()).toBe(0);
  await adas.says('Tea at four?');
  await adas.sees('Tea at four?');
  expect(await faultsOf(adas)).toEqual([]);

  // Ben has it at once, under her name, with a number; and she is online.
  await bens.page.getByRole('heading', { name: 'Direct messages' }).waitFor();
  await bens.page.getByRole('link', { name: 'Ada, online, 1 unread message' }).click();
  await bens.sees('Tea at four?');
  await bens.says('At five.');
  await adas.sees('At five.');

  // He blocks her: what she says is folded, and no number tells of it.
  await bens.timeline.getByRole('button', { name: 'Ada', exact: true }).click();
  await bens.page.getByRole('dialog', { name: 'Ada' }).getByRole('button', { name: 'Block' }).click();
  await bens.page.getByRole('alertdialog', { name: 'Block Ada?' }).getByRole('button', { name: 'Block' }).click();
  await bens.timeline.getByText('A message of Ada, whom you block.').waitFor();
  expect(await bens.messages('Tea at four?').count()).toBe(0);
  await bens.page.goto(`${server.url}/chat/${room.id}`);
  await bens.sees('Good morning');
  await adas.says('Five it is!');
  await adas.sees('Five it is!');
  await ada.says('And a word here', room);
  await bens.timeline.getByText('A message of Ada, whom you block.').waitFor();
  await bens.page.getByRole('link', { name: 'Ada, online', exact: true }).click();
  const folded = bens.timeline.getByRole('button', { name: /^Show the message of Ada/ });
  await expect.poll(() => folded.count()).toBe(2);
  expect(await faultsOf(bens)).toEqual([]);
  // By keyboard, and the focus stays with the message.
  await folded.last().focus();
  await bens.page.keyboard.press('Enter');
  await bens.sees('Five it is!');
  await expect.poll(() => bens.page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE');

  // In his account stands whom he blocks; there he ends it, and all of it is to be read again.
  await bens.page.goto(`${server.url}/account`);
  await bens.page.getByRole('button', { name: 'Unblock Ada' }).click();
  await bens.page.getByText('Ada is not blocked any more.').waitFor();
  await bens.page.getByText(/^You block nobody/).waitFor();
  expect(await faultsOf(bens)).toEqual([]);
  await bens.page.goto(`${server.url}/chat`);
  await bens.page.getByRole('link', { name: /^Ada, online/ }).click();
  await bens.sees('Tea at four?');
  await bens.sees('Five it is!');
});

test('somebody is found beside the rooms; notes are for oneself; and what was closed comes back when something is said', async () => {
  const [ada, ben] = await aPair('list', 'Ada of the list', 'Ben of the list');
  await aRoom(ada, [ben]);
  const cleo = await Person.registers(server, 'cleo.list');
  const adas = await arrives(ada);
  const search = adas.page.getByRole('searchbox', { name: 'Find a room or person' });

  // Ctrl+K, a few letters, Enter.
  await adas.page.keyboard.press('Control+k');
  await search.pressSequentially('ben of');
  await adas.page.getByRole('button', { name: /Ben of the list.*direct message/ }).waitFor();
  await search.press('Enter');
  await adas.page.getByRole('heading', { name: /Conversation with Ben of the list/ }).waitFor();
  await adas.says('Are you there?');
  await adas.sees('Are you there?');

  // Closed it is out of the list, and the page is at no room.
  const link = adas.page.getByRole('link', { name: /^Ben of the list/ });
  await adas.page.getByRole('button', { name: 'Room options' }).click();
  await adas.page.getByRole('menuitem', { name: 'Close conversation' }).click();
  await link.waitFor({ state: 'detached' });
  const { viewer } = await ben.asks<{ viewer: { rooms: { nodes: { id: string; kind: string }[] } } }>(
    '{ viewer { rooms(first: 10) { nodes { id kind } } } }',
  );
  const direct = viewer.rooms.nodes.find(({ kind }) => kind === 'DIRECT');
  await ben.says('Now I am', { id: direct?.id ?? '' });
  await adas.page.getByRole('link', { name: 'Ben of the list, offline, 1 unread message' }).waitFor();

  // With a third one it is another conversation, of the three.
  await adas.page.getByRole('link', { name: /^Ben of the list/ }).click();
  await adas.page.getByRole('button', { name: 'Room options' }).click();
  await adas.page.getByRole('menuitem', { name: 'Talk with more people' }).click();
  const dialog = adas.page.getByRole('dialog', { name: 'New conversation' });
  await dialog.getByRole('button', { name: 'Take out Ben of the list' }).waitFor();
  await dialog.getByLabel('With whom').fill(`@${cleo.username}`);
  await dialog.getByRole('button', { name: `Add ${cleo.username}` }).waitFor();
  await dialog.getByLabel('With whom').press('Enter');
  await dialog.getByRole('button', { name: `Take out ${cleo.username}` }).waitFor();
  expect(await faultsOf(adas)).toEqual([]);
  await dialog.getByRole('button', { name: 'Start' }).click();
  await dialog.waitFor({ state: 'detached' });
  await adas.page.getByRole('heading', { name: /Conversation with .*Ben of the list/ }).waitFor();
  await adas.page.getByRole('link', { name: new RegExp(cleo.username) }).waitFor();

  // One's own notes, by one's own name.
  await adas.page.keyboard.press('Control+k');
  await search.fill('ada of the list');
  await adas.page.getByRole('button', { name: /Ada of the list.*your notes/ }).click();
  await adas.page.getByRole('heading', { name: 'Your notes' }).waitFor();
  await adas.says('Milk');
  await adas.sees('Milk');
  await adas.page.getByText('This is the start of your notes, which nobody else sees.').waitFor();
  await adas.page.getByRole('link', { name: 'Your notes' }).waitFor();
});

test('of whoever deleted their account the conversation stays, and nobody is led to write to them', async () => {
  const [ada, ben] = await aPair('gone', 'Ada who stays', 'Ben who goes');
  const direct = await talksWith(ben, [ada], 'Goodbye');
  const adas = await arrives(ada);
  await adas.page.goto(`${server.url}/chat/${direct.id}`);
  await adas.page.getByRole('heading', { name: /Conversation with Ben who goes/ }).waitFor();
  await deletesAccount(ben);
  // At once, and in the same way for whoever comes later.
  for (const arrival of ['live', 'later']) {
    if (arrival === 'later') await adas.page.reload();
    await adas.page.getByRole('heading', { name: /Conversation with Deleted account/ }).waitFor();
    await adas.sees('Goodbye');
    await adas.timeline.getByRole('button', { name: 'Deleted account', exact: true }).click();
    const card = adas.page.getByRole('dialog', { name: 'Deleted account' });
    await card.getByText('Not here any more').waitFor();
    expect(await card.getByRole('button', { name: 'Message' }).count()).toBe(0);
    expect(await card.getByText(/@/).count()).toBe(0);
    await card.getByRole('button', { name: 'Block' }).waitFor();
    expect(await faultsOf(adas)).toEqual([]);
    await adas.page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  }
});

async function arrives(who: Person): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn(who.username, PASSWORD);
  await visitor.isConnected();
  return visitor;
}

async function aPair(about: string, ...names: readonly [string, string]): Promise<[Person, Person]> {
  const [one, other] = await Promise.all(
    names.map((name) => Person.registers(server, `${name.slice(0, 3).toLowerCase()}.${about}`)),
  );
  if (!one || !other) throw new Error('Nobody registered.');
  await updatesProfile(one, { displayName: names[0] });
  await updatesProfile(other, { displayName: names[1] });
  return [one, other];
}
