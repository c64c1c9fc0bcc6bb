import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { expectNoSidewaysSwipe, expectWithinReach } from '../support/browser/reach.js';
import { makesBot, makesToken, makesWebhook } from '../support/people/bots.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { post } from '../support/requests/graphql.js';
import { HookReceiver, refusesWith, settingsToPost } from '../support/servers/receiver.js';
import { aServer } from '../support/servers/server.js';

const receiver = await HookReceiver.opens();
const server = await aServer(settingsToPost(receiver));
const browser = await aBrowser();
/** Where pictures of the page go, for whoever wants to look at it. */
const FOLDER = process.env.PICTURES;
const ASK = '{ room(id: "x") { id } }';

test('Ada makes a bot and a token for it, which is shown once and works until she revokes it', async () => {
  const ada = await Person.registers(server, 'ada.makes.bots');
  const room = await aRoom(ada);
  const adas = await Visitor.arrives(browser, server.url, { width: 320, height: 640, touch: true });
  await adas.hasSignedIn(ada.username, PASSWORD);
  const { page } = adas;
  await page.goto(`${server.url}/account/bots`);
  await page.getByLabel('Username').fill('helper');
  await page.getByLabel('What it’s for').fill('Says when the oven is hot.');
  await page.getByRole('button', { name: 'Create bot' }).click();
  await page.getByText('helper was created.').waitFor();
  await page.getByText('New token for helper').click();
  await page.getByRole('button', { name: 'Create token' }).click();
  await page.getByText('Enter a name.').waitFor();
  await page.getByLabel('Name of the token').fill('Oven');
  await page.getByRole('button', { name: 'Create token' }).click();
  await page.getByText('You won’t see it again.').waitFor();
  const secret = (await page.locator('app-secret-note code').textContent()) ?? '';
  expect(secret).toMatch(/^tt_/);
  const bearer = { authorization: `Bearer ${secret}` };
  expect((await post(server.url, ASK, {}, bearer)).errors).toBeUndefined();
  await draw(adas);
  expect(await faultsOf(adas)).toEqual([]);
  await expectWithinReach(page, 'bots');
  await expectNoSidewaysSwipe(page, 'bots');

  await page.getByRole('button', { name: 'Revoke the token Oven' }).click();
  await page.getByRole('button', { name: 'Revoke token' }).click();
  await page.getByText('“Oven” is revoked.').waitFor();
  expect((await post(server.url, ASK, {}, bearer)).errors?.[0]?.extensions.reason).toBe('SESSION_ENDED');

  await page.getByLabel('Name', { exact: true }).fill('Builds');
  await page.getByLabel('Room', { exact: true }).selectOption(room.id);
  await page.getByRole('button', { name: 'Create webhook' }).click();
  const line = (await page.locator('app-webhook-form app-secret-note code').textContent()) ?? '';
  const [address = ''] = /http\S+$/.exec(line) ?? [];
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'From outside' }),
  });
  expect(answer.status).toBe(200);

  await page.goto(`${server.url}/chat/${room.id}`);
  await adas.sees('From outside');
  await adas.timeline.getByRole('button', { name: 'Builds', exact: true }).click();
  await page.getByText('A bot of ada.makes.bots').waitFor();
});

test('Ada makes an outgoing webhook, sees what its receiver said, and deletes it', async () => {
  const ada = await Person.registers(server, 'ada.sends');
  const room = await aRoom(ada);
  const bot = await makesBot(ada, 'messenger');
  await ada.adds({ id: bot.user.id }, room);
  const adas = await Visitor.arrives(browser, server.url, { width: 320, height: 640, touch: true });
  await adas.hasSignedIn(ada.username, PASSWORD);
  const { page } = adas;
  await page.goto(`${server.url}/account/bots`);
  await page.getByText('Outgoing webhooks of messenger').click();
  await page.getByText('It sends nothing to other servers yet.').waitFor();
  await page.getByLabel('Web address').fill('http://10.0.0.1/');
  await page.getByRole('button', { name: 'Create outgoing webhook' }).click();
  await page.getByText('Give an address that begins with https://').waitFor();
  const { url, path } = receiver.anAddress(refusesWith(410));
  await page.getByLabel('Web address').fill(url);
  await page.getByRole('button', { name: 'Create outgoing webhook' }).click();
  await page.getByText('Copy this secret now.').waitFor();
  expect(await page.locator('app-outgoing-webhooks app-secret-note code').textContent()).toMatch(/^whsec_/);

  await ada.says('Hello', room);
  await receiver.has(path, 1);
  await expect
    .poll(() => ada.asks('{ webhooks { nodes { state } } }'))
    .toEqual({ webhooks: { nodes: [{ state: 'PAUSED' }] } });
  await page.reload();
  await page.getByText('Outgoing webhooks of messenger').click();
  await page.getByText('Not delivered: It answered 410.').first().waitFor();
  await draw(adas);
  expect(await faultsOf(adas)).toEqual([]);
  await expectWithinReach(page, 'webhooks');
  await expectNoSidewaysSwipe(page, 'webhooks');
  await page.getByRole('button', { name: `Delete the webhook to ${url}` }).click();
  await page.getByRole('button', { name: 'Delete webhook' }).click();
  await page.getByText('The webhook is deleted.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
    /^Outgoing webhooks of /,
  );
  expect(await ada.asks('{ webhooks { nodes { state } } }')).toEqual({ webhooks: { nodes: [] } });
});

test('a token that Ada revokes while another one is being made stays revoked, and the focus stays where it was', async () => {
  const ada = await Person.registers(server, 'ada.revokes');
  const bot = await makesBot(ada, 'oven.keeper');
  await makesToken(ada, bot, { name: 'Old' });
  const { page } = await atHerBots(ada);
  const mayGoOn = Promise.withResolvers<undefined>();
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName?: string };
    if (operationName === 'CreateBotToken') await mayGoOn.promise;
    await route.continue();
  });
  await page.getByText('New token for oven.keeper').click();
  await page.getByLabel('Name of the token').fill('New');
  await page.getByRole('button', { name: 'Create token' }).click();
  await page.getByRole('button', { name: 'Revoke the token Old' }).click();
  await page.getByRole('button', { name: 'Revoke token' }).click();
  await page.getByText('“Old” is revoked.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent.trim())).toBe('oven.keeper');
  mayGoOn.resolve(undefined);
  await page.getByRole('button', { name: 'Revoke the token New' }).waitFor();
  expect(await page.getByRole('button', { name: 'Revoke the token Old' }).count()).toBe(0);
});

test('a webhook that is deleted leaves a disabled bot, at once as later', async () => {
  const ada = await Person.registers(server, 'ada.deletes');
  await makesWebhook(ada, await aRoom(ada), 'Ovens');
  const { page } = await atHerBots(ada);
  await page.getByRole('button', { name: 'Delete the webhook Ovens' }).click();
  await page.getByRole('button', { name: 'Delete webhook' }).click();
  await page.getByText('Ovens is deleted.').waitFor();
  const heading = page.getByRole('heading', { name: 'Ovens disabled' });
  await heading.waitFor();
  await page.reload();
  await heading.waitFor();
});

test('where Ada’s rooms could not be read, the page says so, and not that she has none', async () => {
  const ada = await Person.registers(server, 'ada.without.rooms');
  await aRoom(ada);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn(ada.username, PASSWORD);
  await visitor.page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName?: string };
    if (operationName === 'RoomsOfBots') await route.fulfill({ status: 503 });
    else await route.continue();
  });
  await visitor.page.goto(`${server.url}/account/bots`);
  await visitor.page.getByRole('heading', { name: 'Something went wrong' }).waitFor();
  await visitor.page.unroute('**/graphql');
  await visitor.page.getByRole('button', { name: 'Try again' }).click();
  await visitor.page.getByLabel('Room', { exact: true }).waitFor();
});

async function atHerBots({ username }: Person): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn(username, PASSWORD);
  await visitor.page.goto(`${server.url}/account/bots`);
  return visitor;
}

async function draw({ page }: Visitor): Promise<void> {
  if (FOLDER === undefined) return;
  for (const width of [320, 390, 1440])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: join(FOLDER, `bots-${String(width)}-${colorScheme}.png`), fullPage: true });
    }
  await page.setViewportSize({ width: 320, height: 640 });
}
