import { describe, expect, test } from 'vitest';
import { pastes } from '../support/browser/clipboard.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

describe('what Ada pastes', () => {
  test('is the text where there is text, and the picture where there is a picture alone', async () => {
    const ada = await Visitor.arrives(browser, server.url);
    await ada.entersAsGuest('Ada', 'Spreadsheets');
    await ada.composer.focus();
    await pastes(ada.page, { text: 'Tea\t3', html: '<table><tr><td>Tea</td><td>3</td></tr></table>', picture: true });
    expect(await ada.composer.inputValue()).toBe('Tea\t3');
    expect(await filesToSend(ada).count()).toBe(0);

    await pastes(ada.page, { html: '<img src="https://example.org/tea.png">', picture: true });
    await filesToSend(ada).first().waitFor();
    await pastes(ada.page, { picture: true });
    await expect.poll(() => filesToSend(ada).count()).toBe(2);
    expect(await ada.composer.inputValue()).toBe('Tea\t3');

    // Some programs put their text into the HTML alone.
    await pastes(ada.page, { html: '<b> and cake</b>', picture: true });
    expect(await ada.composer.inputValue()).toBe('Tea\t3and cake');
    expect(await filesToSend(ada).count()).toBe(2);
  });

  test('is offered as a file where no message could hold it, at once', async () => {
    const ada = await Visitor.arrives(browser, server.url);
    const ben = await Visitor.arrives(browser, server.url);
    await ada.entersAsGuest('Ada', 'Logs');
    await ben.entersAsGuest('Ben', 'Logs');
    await ada.composer.fill('The log of today:');
    await pastes(ada.page, { text: 'tea is ready\n'.repeat(500_000) });
    await ada.page
      .getByText('The text you added is too long (6,500,000 characters; a message holds 8,000). Attach it as a file?')
      .waitFor();
    expect(await ada.composer.inputValue()).toBe('The log of today:');
    await ada.page.getByRole('button', { name: 'Attach as a file' }).click();
    await ada.page.getByRole('button', { name: 'Remove message.txt' }).waitFor();
    await ada.composer.press('Enter');
    await ben.sees('The log of today:');
    await ben
      .messages('The log of today:')
      .getByRole('link', { name: /message\.txt/ })
      .waitFor();
  });

  test('goes in where it is a little too long, to be cut there or sent as a file, and comes back by undoing', async () => {
    const ada = await Visitor.arrives(browser, server.url);
    await ada.entersAsGuest('Ada', 'Novels');
    await ada.composer.fill('And so ');
    const novel = 'a'.repeat(8_000);
    await pastes(ada.page, { text: novel });
    await ada.page.getByText('This message is 7 characters too long.').waitFor();
    expect(await ada.page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
    await ada.page.getByRole('button', { name: 'Attach as a file' }).click();
    await ada.page.getByRole('button', { name: 'Remove message.txt' }).waitFor();
    expect(await ada.composer.inputValue()).toBe('');
    await ada.page.keyboard.press('ControlOrMeta+Z');
    expect(await ada.composer.inputValue()).toBe(`And so ${novel}`);
  });

  test('can be refused as a file too, and nothing has changed', async () => {
    const ada = await Visitor.arrives(browser, server.url);
    await ada.entersAsGuest('Ada', 'Second thoughts');
    await ada.composer.fill('Hello');
    await pastes(ada.page, { text: 'a'.repeat(8_001) });
    await ada.page.getByRole('button', { name: 'Not now' }).click();
    await ada.page.getByText('The text you added is too long').waitFor({ state: 'detached' });
    expect(await ada.composer.inputValue()).toBe('Hello');
    expect(await filesToSend(ada).count()).toBe(0);
    expect(await ada.composer.evaluate((box) => box === document.activeElement)).toBe(true);
  });
});

test('a text that is dropped and too long is offered as a file as well', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Drops');
  // Something on the page to be dragged, that holds more than a message.
  await ada.page.evaluate(() => {
    const source = document.createElement('div');
    source.id = 'source';
    source.draggable = true;
    source.textContent = 'Drag me';
    source.style.cssText = 'position: fixed; top: 0; left: 0; z-index: 99; padding: 10px; background: white';
    source.addEventListener('dragstart', (event) => {
      event.dataTransfer?.setData('text/plain', 'a'.repeat(Number(source.dataset.length)));
    });
    document.body.append(source);
  });
  const source = ada.page.locator('#source');
  await source.evaluate((element) => (element.dataset.length = '20000'));
  await source.dragTo(ada.composer);
  await ada.page.getByText('The text you added is too long (20,000 characters').waitFor();
  expect(await ada.composer.inputValue()).toBe('');
  await ada.page.getByRole('button', { name: 'Not now' }).click();
  await source.evaluate((element) => (element.dataset.length = '12'));
  await source.dragTo(ada.composer);
  await expect.poll(() => ada.composer.inputValue()).toBe('aaaaaaaaaaaa');
});

test('a completion and an emoji are undone like anything typed, and so is what was typed before them', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Undoing');
  await ada.composer.pressSequentially('Tea or :coff');
  await ada.page
    .getByRole('option', { name: /coffee/ })
    .first()
    .waitFor();
  await ada.composer.press('Tab');
  expect(await ada.composer.inputValue()).toBe('Tea or ☕️ ');
  await ada.page.getByRole('button', { name: 'Emoji', exact: true }).click();
  const picker = ada.page.getByRole('dialog', { name: 'Pick an emoji' });
  await picker.getByRole('menuitem').first().click();
  await expect.poll(() => ada.composer.inputValue()).toMatch(/^Tea or ☕️ .+$/);
  const whole = await ada.composer.inputValue();
  expect(await ada.composer.evaluate((box) => box === document.activeElement)).toBe(true);

  const seen: string[] = [];
  for (let step = 0; step < 20 && (await ada.composer.inputValue()) !== ''; step += 1) {
    await ada.page.keyboard.press('ControlOrMeta+Z');
    seen.push(await ada.composer.inputValue());
  }
  expect(seen).toContain('Tea or ☕️ ');
  expect(seen).toContain('Tea or :coff');
  expect(seen.at(-1)).toBe('');
  for (let step = 0; step < 20 && (await ada.composer.inputValue()) !== whole; step += 1)
    await ada.page.keyboard.press('ControlOrMeta+Shift+Z');
  await ada.composer.press('Enter');
  await ada.sees(whole);
});

test('a browser that keeps no drafts says so', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Leaky');
  await ada.composer.fill('Kept');
  expect(await ada.page.getByText('This browser keeps no drafts').count()).toBe(0);
  await ada.page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
  });
  await ada.composer.fill('Kept no more');
  await ada.page.getByText('This browser keeps no drafts').waitFor();
});

function filesToSend({ page }: Visitor) {
  return page.getByRole('list', { name: 'Files to send' }).getByRole('listitem');
}
