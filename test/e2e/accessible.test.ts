import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { picture, upload } from '../support/files/uploads.js';
import { firstOf } from '../support/chance/rounds.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const browser = await aBrowser();
const server = await aServer();
const ada = await Person.registers(server, 'ada', 'Ada Lovelace');
const ben = await Person.registers(server, 'ben', 'Ben Okri');
await ada.asks('mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { id } } }', {
  code: server.setupCode,
});
const room = await ada.creates('Sunday walk');
const elsewhere = await ben.creates('Reading circle');
await ben.joins(room);
await ben.says(
  '# Plan\n\nSee **this** [timetable](https://example.org/) and `code`:\n\n- one\n- two\n\n> said before\n\n```\nlet a = 1;\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |',
  room,
);
const changed = await ada.says('A frist try', room);
await ada.edits(changed, 'A first try');
await ada.deletes(await ada.says('Gone', room));
for (const [name, content] of [
  ['ridge.png', Buffer.from(await picture(900, 600).png().toBuffer())],
  ['notes.txt', 'Bring cake.'],
] as const) {
  const { id } = await upload(ada, room, name, content);
  await ada.says(`Here is ${name}`, room, { attachmentIds: [id] });
}

describe('axe finds nothing wrong, in the light and in the dark, with', () => {
  test.each(['/', '/login', '/register', '/guest', '/confirm-email/none', '/unsubscribe/none'])(
    'the page %s',
    async (path) => {
      const visitor = await Visitor.arrives(browser, server.url);
      await visitor.page.goto(`${server.url}${path}`);
      await visitor.page.getByRole('button').first().waitFor();
      expect(await faultsOf(visitor)).toEqual([]);
    },
  );

  test('a form that was refused', async () => {
    const visitor = await Visitor.arrives(browser, server.url);
    await visitor.page.goto(`${server.url}/login`);
    await visitor.fillsIn('ada', 'not the password');
    await visitor.page.getByRole('alert').first().waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
  });

  test.each(firstOf([1440, 390], 1))('the rooms, and all that opens from them, at %i pixels', async (width) => {
    const visitor = await adaArrives(width);
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.getByRole('button', { name: 'Account menu' }).click();
    await visitor.page.getByRole('menuitem', { name: 'Your account' }).waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    await visitor.page.getByRole('dialog').waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
    await visitor.page.getByRole('button', { name: 'New room' }).first().click();
    await visitor.page.getByRole('dialog').waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('searchbox', { name: 'Find a room' }).fill('nothing like it');
    await visitor.page.getByText('No room or person matches').waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
  });

  test.each(firstOf([390, 1440], 1))('a room, and all that opens from it, at %i pixels', async (width) => {
    const visitor = await adaArrives(width);
    await visitor.page.goto(`${server.url}/chat/${room.id}`);
    await visitor.sees('Here is notes.txt');
    expect(await faultsOf(visitor)).toEqual([]);

    await visitor.page.getByRole('button', { name: 'Room options' }).click();
    await visitor.page.getByRole('menuitem').first().waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.getByRole('menuitem', { name: 'Leave room' }).click();
    await visitor.page.getByRole('alertdialog').waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('alertdialog').waitFor({ state: 'detached' });

    await visitor.page.getByRole('button', { name: /^More actions for your message “A first try”/ }).press('Enter');
    await visitor.page.getByRole('menuitem').first().waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.getByRole('menuitem', { name: 'Edit' }).press('Enter');
    await visitor.page.getByRole('textbox', { name: 'Edit your message' }).waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.keyboard.press('Escape');

    await visitor.page.getByRole('button', { name: 'Open picture ridge.png' }).click();
    await visitor.page.getByRole('dialog').getByRole('img').waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });

    await visitor.page.getByRole('button', { name: 'Emoji' }).click();
    await visitor.page.getByRole('dialog').locator('emoji-picker').waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.keyboard.press('Escape');

    await visitor.composer.fill('Half :coff');
    await visitor.composer.press('e');
    await visitor.page.getByRole('option').first().waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.composer.fill('');

    await visitor.page.getByRole('button', { name: 'Members', exact: true }).click();
    await visitor.page.getByText('2 members').waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
  });

  test('a room from its door, one that is not there, and one that is still on its way', async () => {
    const visitor = await adaArrives(1440);
    await visitor.page.goto(`${server.url}/chat/${elsewhere.id}`);
    await visitor.page.getByRole('button', { name: 'Join room' }).waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.goto(`${server.url}/chat/00000000-0000-7000-8000-000000000000`);
    await visitor.page.getByRole('heading', { name: 'Room not found' }).waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('OpenRoom')) await route.continue();
    });
    await visitor.page.getByRole('link', { name: 'Sunday walk' }).click();
    await visitor.page.getByText('Loading the messages').waitFor({ state: 'attached' });
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test.each([
    '/account',
    '/account/bots',
    '/account/notifications',
    '/administration',
    '/administration/rooms',
    '/administration/storage',
    '/administration/audit',
  ])('the page %s', async (path) => {
    const visitor = await adaArrives(1440);
    await visitor.page.goto(`${server.url}${path}`);
    await visitor.page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
  });
});

async function adaArrives(width: number): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, { width });
  await visitor.signsIn('ada', PASSWORD);
  return visitor;
}
