import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { becomesAdministrator, invites } from '../support/people/invitations.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const environment = { REGISTRATION: 'on' };
const server = await aServer(environment);
const ada = await Person.registers(server, 'ada.inviting', 'Ada');
await Person.registers(server, 'otto.invited', 'Otto');
await becomesAdministrator(ada, server);
environment.REGISTRATION = 'off';
await server.restart();
const browser = await aBrowser();

test('whoever has no account follows a link to the server, also where registration is off', async () => {
  const host = await Visitor.arrives(browser, server.url);
  await host.hasSignedIn('ada.inviting', PASSWORD);
  await host.page.goto(`${server.url}/administration/invitations`);
  await host.page.getByRole('combobox', { name: 'For', exact: false }).last().selectOption('1 person');
  await host.page.getByRole('button', { name: 'Create link' }).click();
  const link = await host.page.locator('app-given-invitations code').first().textContent();
  expect(await faultsOf(host)).toEqual([]);

  const guest = await Visitor.arrives(browser, server.url, { width: 320, height: 700 });
  await guest.page.goto(link ?? '');
  await guest.page.getByText('Ada invites you to this server').waitFor();
  expect(await faultsOf(guest)).toEqual([]);
  await guest.page.getByRole('link', { name: 'Create an account' }).click();
  await guest.page.getByLabel('Username').fill('cleo.newcomer');
  await guest.choosesOwnPassword();
  await guest.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guest.page.getByRole('button', { name: 'Create an account' }).click();
  await guest.page.waitForURL('**/chat');

  // It was for one.
  const late = await Visitor.arrives(browser, server.url);
  await late.page.goto(link ?? '');
  await late.page.getByRole('heading', { name: 'This invitation is over' }).waitFor();
});

test('a link of a room is made where its members are, copied, followed and revoked', async () => {
  const room = await ada.creates('The quiet room', 'PRIVATE');
  const host = await at('ada.inviting', `/chat/${room.id}`);
  await host.page.getByRole('button', { name: 'Members', exact: true }).click();
  await host.page.getByRole('button', { name: 'Invite with a link' }).click();
  const dialog = host.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  const link = await host.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await dialog.locator('code').first().textContent());
  expect(await faultsOf(host)).toEqual([]);

  const otto = await Visitor.arrives(browser, server.url);
  await otto.page.goto(link);
  await otto.page.getByRole('link', { name: 'I have an account' }).click();
  await otto.fillsIn('otto.invited', PASSWORD);
  await otto.page.getByRole('button', { name: 'Join room' }).click();
  await otto.page.waitForURL(`**/chat/${room.id}`);
  await otto.says('Thank you for having me');
  await host.page.keyboard.press('Escape');
  await host.sees('Thank you for having me');
  // Whoever is in already is taken there at once.
  await otto.page.goto(link);
  await otto.page.waitForURL(`**/chat/${room.id}`);

  await host.page.getByRole('button', { name: 'Invite with a link' }).click();
  await dialog.getByRole('button', { name: 'Revoke the link by Ada' }).click();
  await host.page.getByRole('button', { name: 'Revoke', exact: true }).last().click();
  await dialog.getByText('There are none yet.').waitFor();
  const late = await Visitor.arrives(browser, server.url);
  await late.page.goto(link);
  await late.page.getByRole('heading', { name: 'This invitation is over' }).waitFor();
});

test('a guest follows a link into a public room with a nickname alone', async () => {
  const room: RoomAnswer = await ada.creates('The open room');
  const { path } = await invites(ada, room);
  const gus = await Visitor.arrives(browser, server.url);
  await gus.page.goto(server.url + path);
  await gus.page.getByRole('link', { name: 'Join as a guest' }).click();
  await gus.page.getByLabel('Your nickname').fill('Gus');
  await gus.page.getByRole('button', { name: 'Join as a guest' }).click();
  await gus.page.waitForURL(`**/chat/${room.id}`);
  await gus.composer.waitFor();
});

async function at(username: string, path: string): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn(username, PASSWORD);
  await visitor.page.goto(server.url + path);
  await visitor.composer.waitFor();
  return visitor;
}
