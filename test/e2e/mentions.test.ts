import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { aName } from '../support/people/accounts.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();

test('Ada mentions Ben by his display name and the keyboard; he sees himself highlighted, and she a name', async () => {
  const [adas, bens, others] = [aName(), aName(), aName()];
  const ada = await Person.registers(server, adas, 'Ada Lovelace');
  const ben = await Person.registers(server, bens, 'Benjamin Ñandú');
  const otto = await Person.registers(server, others, 'Otto Nandor');
  const room = await aRoom(ada, [ben]);
  await aRoom(ada, [otto]);
  const visits = { ada: await Visitor.arrives(browser, server.url), ben: await Visitor.arrives(browser, server.url) };
  await visits.ada.signsIn(adas, PASSWORD);
  await visits.ben.signsIn(bens, PASSWORD);
  for (const { page } of Object.values(visits)) await page.goto(`${server.url}/chat/${room.id}`);

  const { page, composer } = visits.ada;
  await composer.pressSequentially('Hello @nan');
  const list = page.getByRole('listbox', { name: 'People to mention' });
  const options = list.getByRole('option');
  // Who is in the room comes first, whom she knows from elsewhere after him.
  await expect.poll(() => options.first().innerText()).toContain('Benjamin Ñandú');
  await expect.poll(() => options.count()).toBe(2);
  expect(await options.last().innerText()).toContain('Not in this room');
  expect(await composer.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
  expect(await composer.getAttribute('aria-controls')).toBe(await list.getAttribute('id'));
  await composer.press('ArrowDown');
  await expect.poll(() => options.last().getAttribute('aria-selected')).toBe('true');
  expect(await composer.getAttribute('aria-activedescendant')).toBe(await options.last().getAttribute('id'));
  expect(await faultsOf(visits.ada)).toEqual([]);
  await composer.press('ArrowDown');
  await composer.press('Tab');
  expect(await composer.inputValue()).toBe(`Hello @${bens} `);
  await composer.pressSequentially('and `@room`');
  await list.waitFor({ state: 'hidden' });
  await composer.press('Enter');

  const mention = (visitor: Visitor) => visitor.messages('Hello').locator('.mention');
  await mention(visits.ben).waitFor();
  await mention(visits.ada).waitFor();
  expect(await mention(visits.ben).allInnerTexts()).toEqual([`@${bens}`]);
  expect(await mention(visits.ben).getAttribute('class')).toContain('to-me');
  expect(await mention(visits.ada).getAttribute('class')).not.toContain('to-me');
});

test('Escape closes the list, a name that is complete leaves Enter to the message, and @room is offered where it may be used', async () => {
  const [adas, bens] = [aName(), aName()];
  const ada = await Person.registers(server, adas, 'Ada');
  const ben = await Person.registers(server, bens, 'Ben');
  const room = await aRoom(ada, [ben]);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn(adas, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  const { composer, page } = visitor;
  const list = page.getByRole('listbox', { name: 'People to mention' });
  await composer.pressSequentially('@');
  await list.getByRole('option', { name: 'Everyone in this room' }).waitFor();
  await list.getByRole('option', { name: 'Ben' }).waitFor();
  await composer.press('Escape');
  await list.waitFor({ state: 'hidden' });
  await composer.pressSequentially('ro');
  await list.getByRole('option', { name: 'Everyone in this room' }).click();
  expect(await composer.inputValue()).toBe('@room ');
  await composer.fill('');
  await composer.pressSequentially(`@${bens} b`);
  await list.waitFor({ state: 'hidden' });
  await composer.press('Enter');
  await visitor.sees(`@${bens} b`);
});
