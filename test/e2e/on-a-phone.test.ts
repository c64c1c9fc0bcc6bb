import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { PASSWORD, Person } from '../support/people/person.js';
import { aScene } from '../support/people/scene.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { upload } from '../support/files/uploads.js';
import { drawLandscape } from '../../scripts/demo/landscape.mjs';
import { seededRandom } from '../../scripts/demo/random.mjs';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aSpawnedServer();
const browser = await aBrowser();
const { room, ben } = await aScene(server, 'Sunday walk');
const pictures = ['sea.jpg', 'hill.jpg'].map(async (name, seed) => {
  const { bytes } = await drawLandscape({ name, palette: 'dawn' }, seededRandom(seed));
  return upload(ben, room, name, Buffer.from(bytes));
});
const attachmentIds = (await Promise.all(pictures)).map(({ id }) => id);
await ben.says('Two more:', room, { attachmentIds });

const aPhone = () => Visitor.arrives(browser, server.url, { width: 390, height: 740, touch: true });

test('Enter begins a line, and the buttons send and save', async () => {
  const ada = await aPhone();
  await ada.entersAsGuest('Ada', 'Recipes');
  await ada.composer.tap();
  expect(await ada.composer.getAttribute('enterkeyhint')).toBe('enter');
  await ada.page.keyboard.type('Flour');
  await ada.page.keyboard.press('Enter');
  await ada.page.keyboard.type('Eggs');
  expect(await ada.composer.inputValue()).toBe('Flour\nEggs');
  await ada.page.getByRole('button', { name: 'Send', exact: true }).tap();
  await ada.sees('Eggs');

  await ada.page.getByRole('button', { name: /^More actions for/ }).tap();
  await ada.page.getByRole('menuitem', { name: 'Edit' }).tap();
  const editor = ada.page.getByRole('textbox', { name: 'Edit your message' });
  await editor.press('Enter');
  await ada.page.keyboard.type('Milk');
  expect(await editor.inputValue()).toBe('Flour\nEggs\nMilk');
  await ada.page.getByRole('button', { name: 'Save' }).tap();
  await ada.sees('Milk');
});

test('Enter sends where there is a mouse', async () => {
  const ben = await Visitor.arrives(browser, server.url);
  await ben.entersAsGuest('Ben', 'Desks');
  expect(await ben.composer.getAttribute('enterkeyhint')).toBe('send');
  await ben.says('At once');
  await ben.sees('At once');
});

test('going back closes what is open, one after the other, before it leaves the room', async () => {
  const { page, ada } = await inTheWalk();
  const inRoom = `${server.url}/chat/${room.id}`;
  const closesByGoingBack = async (opened: Locator): Promise<void> => {
    await opened.waitFor();
    await page.goBack();
    await opened.waitFor({ state: 'detached' });
    // The browser is back in the room a moment later: it has gone, and the page takes it there again.
    await page.waitForURL(inRoom);
    await ada.composer.waitFor();
  };
  await page.getByRole('button', { name: 'Open picture ridge.jpg' }).tap();
  await closesByGoingBack(page.getByRole('dialog', { name: 'ridge.jpg' }));
  await page.getByRole('button', { name: 'Room options' }).tap();
  await closesByGoingBack(page.getByRole('menu'));
  await page.getByRole('button', { name: 'Emoji', exact: true }).tap();
  await closesByGoingBack(page.getByRole('dialog', { name: 'Pick an emoji' }));
  const members = page.getByRole('dialog', { name: 'Members' });
  await page.getByRole('button', { name: 'Members', exact: true }).tap();
  await page.getByRole('button', { name: /^Actions for Cleo/ }).tap();
  await page.getByRole('menuitem', { name: 'Remove' }).tap();
  await page.getByText('They can join again, because this room is public.').waitFor();
  await closesByGoingBack(page.getByRole('alertdialog'));
  await closesByGoingBack(members);
  await page.goBack();
  await page.waitForURL(`${server.url}/chat`);
  await page.goForward();
  await ada.composer.waitFor();
});

test('after the arrow in a room’s header, going back does not lead into the room again', async () => {
  const { page } = await inTheWalk();
  await page.getByRole('link', { name: 'Back to rooms' }).tap();
  await page.waitForURL(`${server.url}/chat`);
  // It went back itself: the room lies ahead.
  await page.goForward();
  await page.waitForURL(`${server.url}/chat/${room.id}`);
  // Come by its address, there is no list to go back to; then the list takes the room's place.
  await page.goto('about:blank');
  await page.goto(`${server.url}/chat/${room.id}`);
  await page.getByRole('link', { name: 'Back to rooms' }).tap();
  await page.waitForURL(`${server.url}/chat`);
  await page.goBack();
  await page.waitForURL('about:blank');
});

test('nothing brings up the keyboard before it is asked for', async () => {
  const cleo = await aPhone();
  await cleo.entersAsGuest('Cleo', 'Quiet');
  const isTyping = () =>
    cleo.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.matches('input, textarea') ?? false;
    });
  await cleo.page.getByRole('button', { name: 'Emoji', exact: true }).tap();
  await cleo.page.getByRole('dialog', { name: 'Pick an emoji' }).getByRole('menuitem').first().waitFor();
  expect(await isTyping()).toBe(false);
  await cleo.page.getByRole('button', { name: 'Emoji', exact: true }).tap();
  await cleo.attaches('LICENSE');
  await cleo.page.getByRole('button', { name: 'Remove LICENSE' }).waitFor();
  expect(await isTyping()).toBe(false);
});

test('a swipe shows the next picture and the one before, whose name the viewer has', async () => {
  const { page } = await inTheWalk();
  await page.getByRole('button', { name: 'Open picture sea.jpg' }).tap();
  await page.getByRole('dialog', { name: 'sea.jpg' }).waitFor();
  await swipe(page, 300, 80);
  await page.getByRole('dialog', { name: 'hill.jpg' }).waitFor();
  expect(await page.locator('[aria-live]').filter({ hasText: 'hill.jpg' }).textContent()).toContain('2 of 2');
  await swipe(page, 80, 110);
  expect(await page.getByRole('dialog', { name: 'hill.jpg' }).count()).toBe(1);
  await swipe(page, 80, 300);
  await page.getByRole('dialog', { name: 'sea.jpg' }).waitFor();
});

test('the offer to attach what was too long ends when something else is sent or comes in', async () => {
  const ada = await aPhone();
  await ada.entersAsGuest('Ada', 'Offers');
  const offer = ada.page.getByText('The text you added is too long (10,000 characters; a message holds 8,000).');
  const paste = async (length: number): Promise<void> => {
    await ada.page.evaluate((text) => navigator.clipboard.writeText(text), 'a'.repeat(length));
    await ada.composer.press('ControlOrMeta+V');
  };
  await paste(10_000);
  await offer.waitFor();
  await ada.composer.pressSequentially('ok then');
  expect(await offer.count()).toBe(1);
  await ada.page.getByRole('button', { name: 'Send', exact: true }).tap();
  await ada.sees('ok then');
  await offer.waitFor({ state: 'detached' });
  await paste(10_000);
  await offer.waitFor();
  await paste(10);
  await offer.waitFor({ state: 'detached' });
});

test('a form says which field was left empty, without asking the server', async () => {
  const otto = await aPhone();
  const { page } = otto;
  const says = async (button: string, sentence: string, field: string): Promise<void> => {
    await page.getByRole('button', { name: button }).tap();
    await page.getByText(sentence, { exact: true }).waitFor();
    await expect.poll(() => otto.focused()).toBe(field);
  };
  await page.goto(`${server.url}/login`);
  await says('Sign in', 'Enter your username.', 'username');
  await page.getByLabel('Username').fill('ada');
  await says('Sign in', 'Enter your password.', 'password');
  await page.goto(`${server.url}/register`);
  await says('Create an account', 'Choose a username.', 'username');
  await page.goto(server.url);
  await says('Join as a guest', 'Enter a nickname.', 'nickname');
  expect(otto.asked.filter((name) => /login|register|guest/i.test(name))).toEqual([]);

  await page.goto(`${server.url}/login`);
  await otto.fillsIn('ada', 'not the password');
  await page.getByText('Wrong username or password.').waitFor();
  await expect.poll(() => otto.focused()).toBe('password');
});

test('a guest with the link of a room is not asked for a room, and comes to that one', async () => {
  const otto = await aPhone();
  const { page } = otto;
  await page.goto(`${server.url}/chat/${room.id}`);
  await page.getByRole('link', { name: 'Join as a guest' }).tap();
  await page.getByText('You’ll go to the room whose link you opened.').waitFor();
  expect(await page.title()).toBe('Join as a guest · Tertulia');
  expect(await page.getByLabel('Room').count()).toBe(0);
  await page.getByLabel('Your nickname').fill('Otto on the phone');
  await page.getByRole('button', { name: 'Join as a guest' }).tap();
  await page.waitForURL(`**/chat/${room.id}`);
  await page.getByRole('heading', { name: 'Sunday walk' }).waitFor();
});

test('whoever is in no room is told of those to join', async () => {
  await Person.registers(server, 'dora');
  const dora = await aPhone();
  await dora.signsIn('dora', PASSWORD);
  await dora.page.getByText('You’re not in any room yet. Join one below, or create your own.').waitFor();
  expect(await dora.page.getByText('No rooms yet').count()).toBe(0);
});

/** Ada on her phone, who has come to a room from the list of rooms. */
async function inTheWalk(): Promise<{ page: Page; ada: Visitor }> {
  const ada = await aPhone();
  await ada.signsIn('ada', PASSWORD);
  await ada.page.getByRole('link', { name: 'Sunday walk' }).tap();
  await ada.sees('Two more:');
  return { page: ada.page, ada };
}

async function swipe(page: Page, from: number, to: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const point = (x: number) => [{ x, y: 400 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(from) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point((from + to) / 2) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(to) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
