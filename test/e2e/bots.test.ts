import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { expectNoSidewaysSwipe, expectWithinReach } from '../support/browser/reach.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { post } from '../support/requests/graphql.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
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
