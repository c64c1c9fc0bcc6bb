import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { aName } from '../support/people/accounts.js';
import { aBotWithCommands, askedSince, placeOf } from '../support/people/commands.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();
/** Where pictures of the page go, for whoever wants to look at it. */
const FOLDER = process.env.PICTURES;

test('Ada asks a bot by the keyboard alone; what is no command is not sent, and two slashes make it a message', async () => {
  const adas = aName();
  const ada = await Person.registers(server, adas, 'Ada');
  const room = await aRoom(ada);
  const bot = await aBotWithCommands(ada, [room]);
  const start = await placeOf(bot.itself);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn(adas, PASSWORD);
  const { page, composer } = visitor;
  await page.goto(`${server.url}/chat/${room.id}`);
  await composer.pressSequentially('/we');
  const option = page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
  await option.waitFor();
  expect(await option.innerText()).toContain('Says what the sky will do');
  if (FOLDER !== undefined) await page.screenshot({ path: join(FOLDER, 'commands.png') });
  expect(await faultsOf(visitor)).toEqual([]);
  await composer.press('Tab');
  await expect.poll(() => composer.inputValue()).toBe('/weather ');
  await composer.pressSequentially('Berlin');
  await composer.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: /^Sent to / })
    .waitFor();
  await expect.poll(() => composer.inputValue()).toBe('');
  expect(await askedSince(bot.itself, start)).toMatchObject([{ command: 'weather', text: 'Berlin' }]);

  await composer.pressSequentially('/wether Rome');
  await composer.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'There is no command /wether' }).waitFor();
  expect(await composer.inputValue()).toBe('/wether Rome');
  await composer.fill('//wether is no command');
  await composer.press('Enter');
  await visitor.messages('/wether is no command').waitFor();
  // All that was sent is this message, with one slash.
  const { room: seen } = await ada.asks<{ room: { messages: { nodes: { body: string }[] } } }>(
    'query ($id: ID!) { room(id: $id) { messages(last: 10) { nodes { body } } } }',
    { id: room.id },
  );
  expect(seen.messages.nodes.map(({ body }) => body)).toEqual(['/wether is no command']);
});
