import { expect, test } from 'vitest';
import { PASSWORD, Person } from '../support/people/person.js';
import { setsStatus, updatesProfile } from '../support/people/profiles.js';
import { aRoom } from '../support/people/room.js';
import { picture } from '../support/files/uploads.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { faultsOf } from '../support/browser/axe.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();

test('Ada gives herself a face, a name and a status; Ben sees them at once, beside what she said long before', async () => {
  const { ada, ben, room } = await aPair('face');
  await ada.says('Good morning', room);
  const bens = await Visitor.arrives(browser, server.url);
  await bens.hasSignedIn(ben.username, PASSWORD);
  await bens.page.goto(`${server.url}/chat/${room.id}`);
  await bens.sees('Good morning');
  const asked = bens.asked.length;

  const adas = await Visitor.arrives(browser, server.url);
  await adas.hasSignedIn(ada.username, PASSWORD);
  await adas.page.goto(`${server.url}/account`);
  await adas.page.getByLabel('Display name').fill('Ada Lovelace');
  await adas.page.getByLabel('About you').fill('Engines, mostly.');
  await adas.page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await adas.page.getByRole('button', { name: 'Save profile' }).click();
  await adas.page.getByText('Your profile was saved.').waitFor();
  await bens.timeline.getByRole('button', { name: 'Ada Lovelace', exact: true }).waitFor();

  const chooser = adas.page.waitForEvent('filechooser');
  await adas.page.getByRole('button', { name: 'Choose a picture' }).click();
  const buffer = await picture(300, 200).png().toBuffer();
  await (await chooser).setFiles({ name: 'me.png', mimeType: 'image/png', buffer });
  // By keyboard alone: a little larger, and to the side.
  const shown = adas.page.getByRole('application', { name: /^Your picture/ });
  await shown.focus();
  for (const key of ['+', '+', 'ArrowLeft', 'ArrowUp']) await shown.press(key);
  await adas.page.getByRole('button', { name: 'Use this picture' }).click();
  await adas.page.getByText('Your picture was saved.').waitFor();
  const face = bens.timeline.locator('app-avatar img').first();
  await face.waitFor();
  await expect.poll(() => face.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  await adas.page.getByLabel('Status', { exact: true }).fill('On a walk');
  await adas.page.getByLabel('How long').selectOption('hour');
  await adas.page.getByRole('button', { name: 'Set status' }).click();
  await adas.page.getByText('Your status was set.').waitFor();

  // Nothing of all this was asked for again.
  expect(bens.asked.length).toBe(asked);
  await bens.timeline.getByRole('button', { name: 'Ada Lovelace', exact: true }).click();
  const card = bens.page.getByRole('dialog', { name: 'Ada Lovelace' });
  await card.getByText('Engines, mostly.').waitFor();
  await card.getByText('On a walk').waitFor();
  await card.getByText(/for Ada Lovelace$/).waitFor();
  expect(bens.asked.slice(asked)).toEqual(['PersonCard']);
  await bens.page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });

  // And so it is when the page is opened again.
  await bens.page.reload();
  await bens.timeline.getByRole('button', { name: 'Ada Lovelace', exact: true }).waitFor();
  await bens.timeline.locator('app-avatar img').first().waitFor();
});

test('a name that comes to lie under a resting pointer opens no card; a pointer that is moved there does', async () => {
  const { ada, ben, room } = await aPair('rest');
  await ada.says('Good morning', room);
  const bens = await Visitor.arrives(browser, server.url);
  await bens.hasSignedIn(ben.username, PASSWORD);
  await bens.page.goto(`${server.url}/chat/${room.id}`);
  await bens.sees('Good morning');
  const name = bens.timeline.getByRole('button', { name: ada.username, exact: true });
  // What a browser says where the page moves below the pointer: it enters, and nobody has moved it.
  await name.dispatchEvent('pointerenter', { pointerType: 'mouse', buttons: 0 });
  // Twice as long as somebody has to rest there.
  await bens.page.waitForTimeout(1_000);
  const card = bens.page.getByRole('dialog', { name: ada.username });
  expect(await card.count()).toBe(0);
  await name.hover();
  await card.waitFor();
});

test('a card is opened by the keyboard as well, says who is online, and gives the focus back', async () => {
  const { ada, ben, room } = await aPair('card');
  await updatesProfile(ada, { displayName: 'Ada of the card', timeZone: 'UTC' });
  await setsStatus(ada, { emoji: '🌴', text: 'Away' });
  await ada.says('Good morning', room);
  const bens = await Visitor.arrives(browser, server.url);
  await bens.hasSignedIn(ben.username, PASSWORD);
  await bens.page.goto(`${server.url}/chat/${room.id}`);
  await bens.sees('Good morning');
  await bens.timeline.getByRole('img', { name: 'Status: 🌴 Away' }).waitFor();
  await bens.messages('Good morning').focus();
  await bens.page.keyboard.press('p');
  const card = bens.page.getByRole('dialog', { name: 'Ada of the card' });
  await card.getByText('Offline').waitFor();
  expect(await faultsOf(bens)).toEqual([]);
  await using sockets = new AsyncDisposableStack();
  sockets.use(await ada.opensSocket());
  await card.getByText('Online', { exact: true }).waitFor();
  await bens.page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  await expect.poll(() => bens.page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE');
});

test('what is written from right to left reads so wherever it stands, and names do not run into what is behind them', async () => {
  const { ada, room } = await aPair('rtl');
  await ada.updates(room, { topic: 'מי אוכל מה, ומתי? 12:30!' });
  await updatesProfile(ada, { displayName: 'יעל', about: 'אוהבת קפה (בעיקר בבוקר).' });
  await setsStatus(ada, { emoji: '🌴', text: 'בפגישה עד 3 (אולי)' });
  await ada.says('Good morning', room);
  const adas = await Visitor.arrives(browser, server.url);
  await adas.hasSignedIn(ada.username, PASSWORD);
  await adas.page.goto(`${server.url}/chat/${room.id}`);
  await adas.sees('Good morning');
  await adas.page.getByRole('button', { name: 'Members', exact: true }).click();
  const own = adas.page.locator('app-member-row').filter({ hasText: 'you' });
  const [name, emoji, you] = await Promise.all(
    ['.person', 'app-status-emoji', '.self'].map((part) => own.locator(part).boundingBox()),
  );
  expect((emoji?.x ?? 0) - right(name)).toBeGreaterThan(2);
  expect((you?.x ?? 0) - right(emoji)).toBeGreaterThan(2);
  expect(name?.height).toBeGreaterThanOrEqual(24);
  await adas.messages('Good morning').focus();
  await adas.page.keyboard.press('p');
  const card = adas.page.getByRole('dialog', { name: 'יעל' });
  for (const words of [card.getByText('אוהבת קפה'), card.getByText('בפגישה'), adas.page.getByText('מי אוכל מה')])
    expect(await words.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await adas.page.goto(`${server.url}/account`);
  for (const name of [/^Display name/, /^About you/, /^Status/]) {
    const box = adas.page.getByRole('textbox', { name });
    expect(await box.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  }
});

test('the account page has no faults for a screen reader, with a picture and a status', async () => {
  const { ada } = await aPair('axe');
  await setsStatus(ada, { emoji: '🌴', text: 'Away' });
  const adas = await Visitor.arrives(browser, server.url, { width: 390 });
  await adas.hasSignedIn(ada.username, PASSWORD);
  await adas.page.goto(`${server.url}/account`);
  await adas.page.getByText('🌴 Away').waitFor();
  expect(await faultsOf(adas)).toEqual([]);
  await adas.page.getByRole('button', { name: 'Clear status' }).click();
  await adas.page.getByText('Your status was cleared.').waitFor();
  await adas.page.getByText('🌴 Away').waitFor({ state: 'detached' });
});

function right(box: { readonly x: number; readonly width: number } | null | undefined): number {
  return box ? box.x + box.width : 0;
}

async function aPair(name: string) {
  const ada = await Person.registers(server, `ada.${name}`);
  const ben = await Person.registers(server, `ben.${name}`);
  return { ada, ben, room: await aRoom(ada, [ben]) };
}
