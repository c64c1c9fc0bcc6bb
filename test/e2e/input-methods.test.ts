import { describe, expect, test } from 'vitest';
import { endsComposition, SEQUENCES } from '../support/browser/composition.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { firstOf } from '../support/chance/rounds.js';

const server = await aServer();
const browser = await aBrowser();

describe.each(firstOf(Object.keys(SEQUENCES), 1))('the key that ends a composition, as %s tells it', (name) => {
  test('sends nothing, saves nothing, closes nothing and opens nothing', async () => {
    const ada = await Visitor.arrives(browser, server.url);
    await ada.entersAsGuest('Ada', `東京 ${name}`);
    await ada.composer.fill('会議は');
    await endsComposition(ada.composer, name, 'Enter');
    expect(await ada.composer.inputValue()).toBe('会議は');
    await ada.composer.press('Enter');
    await ada.sees('会議は');
    expect(await ada.messages('会議は').count()).toBe(1);

    // An empty box, in which something is being composed: the arrows choose what.
    await endsComposition(ada.composer, name, 'ArrowUp');
    const editor = ada.page.getByRole('textbox', { name: 'Edit your message' });
    expect(await editor.count()).toBe(0);
    // Only what has arrived can be edited.
    await expect
      .poll(async () => {
        await ada.composer.press('ArrowUp');
        return editor.count();
      })
      .toBe(1);
    await editor.fill('会議は三時');
    await endsComposition(editor, name, 'Enter');
    await endsComposition(editor, name, 'Escape');
    expect(await editor.inputValue()).toBe('会議は三時');
    await editor.press('Enter');
    await ada.sees('会議は三時');

    await ada.composer.pressSequentially(':coff');
    await ada.page.getByRole('option', { name: /coffee/ }).waitFor();
    await endsComposition(ada.composer, name, 'Enter');
    await endsComposition(ada.composer, name, 'Escape');
    expect(await ada.page.getByRole('option', { name: /coffee/ }).count()).toBe(1);
    expect(await ada.composer.inputValue()).toBe(':coff');

    const search = ada.page.getByRole('searchbox', { name: 'Find a room' });
    await search.fill('開発');
    await endsComposition(search, name, 'Escape');
    await endsComposition(search, name, 'Enter');
    expect(await search.inputValue()).toBe('開発');
    expect(await ada.page.getByRole('dialog').count()).toBe(0);
    await search.press('Escape');
    await expect.poll(() => search.inputValue()).toBe('');

    await ada.page.getByRole('button', { name: 'New room', exact: true }).first().click();
    const dialog = ada.page.getByRole('dialog');
    await endsComposition(dialog.getByRole('textbox').first(), name, 'Escape');
    expect(await dialog.count()).toBe(1);
    await ada.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

test('what is really composed is sent by the Enter after it', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Kanji');
  const devTools = await ada.context.newCDPSession(ada.page);
  await ada.composer.focus();
  await devTools.send('Input.imeSetComposition', { text: 'とうきょう', selectionStart: 5, selectionEnd: 5 });
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
  await devTools.send('Input.insertText', { text: '東京' });
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', windowsVirtualKeyCode: 13 });
  expect(await ada.composer.inputValue()).toBe('東京');
  await ada.composer.press('Enter');
  await ada.sees('東京');
});
