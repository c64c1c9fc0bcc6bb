import { expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { faultsOf } from '../support/browser/axe.js';
import { expectWithinReach } from '../support/browser/reach.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { PASSWORD, Person } from '../support/people/person.js';

const server = await aServer();
const browser = await aBrowser();
const BACK = 'You have unsaved changes.';

test('what Ada is rewriting waits for her when she leaves it: for another room, another message, a reload', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Drafts of edits');
  await ada.says('The first');
  await ada.sees('The first');
  await ada.says('The second');
  await ada.sees('The second');
  const room = ada.page.url();
  await rewrites(ada, 'The second, better');

  // Another message.
  await ada.messages('The first').hover();
  await toolOf(ada, 'The first').click();
  await editor(ada).press('Escape');
  await ada.page.getByText(BACK).waitFor();
  expect(await ada.page.getByText(BACK).count()).toBe(1);

  // Another page, and back.
  await ada.page.goto(`${server.url}/account`);
  await ada.page.goBack();
  await ada.page.getByRole('button', { name: 'Continue editing' }).click();
  expect(await editor(ada).inputValue()).toBe('The second, better');

  await ada.page.reload();
  await ada.page.getByRole('button', { name: 'Continue editing' }).click();
  expect(await editor(ada).inputValue()).toBe('The second, better');

  // Another room, without closing the editor.
  await ada.page.getByRole('link', { name: 'Tertulia, all rooms' }).click();
  await editor(ada).waitFor({ state: 'detached' });
  await ada.page.goto(room);
  await ada.page.getByRole('button', { name: 'Continue editing' }).click();
  await editor(ada).press('Enter');
  await ada.sees('The second, better');
  await ada.page.reload();
  await ada.sees('The second, better');
  expect(await ada.page.getByText(BACK).count()).toBe(0);
});

test('Escape keeps, discarding discards and can be undone', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Escapes');
  await ada.says('As it was');
  await ada.sees('As it was');
  await rewrites(ada, 'As it will be');
  await editor(ada).press('Escape');
  await ada.page.getByText(BACK).waitFor();
  await ada.composer.press('ArrowUp');
  await expect.poll(() => editor(ada).inputValue()).toBe('As it will be');
  await ada.page.getByRole('button', { name: 'Discard changes' }).click();
  await ada.page.getByText(BACK).waitFor({ state: 'detached' });
  await ada.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => editor(ada).inputValue()).toBe('As it will be');
  await ada.page.getByRole('button', { name: 'Discard changes' }).click();
  await ada.page.getByText(BACK).waitFor({ state: 'detached' });
  await editor(ada).waitFor({ state: 'detached' });
  await ada.composer.press('ArrowUp');
  await expect.poll(() => editor(ada).inputValue()).toBe('As it was');
  // Nothing was changed: nothing is kept, nothing is asked.
  await editor(ada).press('Escape');
  expect(await ada.page.getByText(BACK).count()).toBe(0);
});

test.each([320, 1280])(
  'an edit has the keys, the formatting bar and the preview of the message box, at %i pixels',
  async (width) => {
    const ada = await Visitor.arrives(browser, server.url, { width });
    await ada.entersAsGuest('Ada', `Formats ${String(width)}`);
    await ada.says('coffee');
    await ada.sees('coffee');
    await ada.says('green tea');
    await ada.sees('green tea');
    await ada.composer.press('ArrowUp');
    const box = editor(ada);
    await selects(box, 'tea');
    await box.press('ControlOrMeta+B');
    expect(await box.inputValue()).toBe('green **tea**');
    await box.press('ControlOrMeta+Alt+P');
    const preview = ada.page.getByRole('region', { name: 'Preview of your edit' });
    await preview.locator('strong').getByText('tea', { exact: true }).waitFor();
    await ada.page.locator('app-message-editor').getByRole('button', { name: 'Formatting' }).click();
    const bar = ada.page.getByRole('toolbar', { name: 'Formatting of your edit' });
    const bold = bar.getByRole('button', { name: 'Bold' });
    await expect.poll(() => bold.getAttribute('aria-pressed')).toBe('true');
    // By keyboard alone: back into the bar, through it, and what it does leads into the box again.
    await ada.page.keyboard.press('Shift+Tab');
    await ada.page.keyboard.press('ArrowRight');
    await ada.page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('green **_tea_**');
    await preview.locator('strong em').getByText('tea', { exact: true }).waitFor();
    expect(await faultsOf(ada)).toEqual([]);
    await expectWithinReach(ada.page, 'an edit with bar and preview');
    // From the preview as well one goes nowhere by an arrow, and Escape closes the editor.
    await preview.focus();
    await ada.page.keyboard.press('ArrowUp');
    expect(await preview.evaluate((element) => element === document.activeElement)).toBe(true);
    await ada.page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    await ada.page.getByText(BACK).waitFor();
    expect(await ada.focused()).not.toBeNull();
    await ada.page.getByRole('button', { name: 'Continue editing' }).click();
    // The bar is there where it was wanted once; a preview belongs to what it was opened for.
    await bar.waitFor();
    expect(await preview.count()).toBe(0);
    await box.press('Enter');
    await ada.timeline.locator('strong em').waitFor();
  },
);

test('who edits the last message has what saves it in view', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Ends of edits');
  for (let number = 1; number <= 15; number += 1) await ada.says(`Message ${String(number)}`);
  await ada.sees('Message 15');
  await ada.composer.press('ArrowUp');
  await editor(ada).waitFor();
  const save = ada.page.getByRole('button', { name: 'Save', exact: true });
  await expect.poll(() => save.evaluate(isInFront)).toBe(true);
});

test('an edit from elsewhere is told to who is editing, who may take it', async () => {
  const { visitor, person, room } = await adaInTwoPlaces('Elsewhere');
  const message = await person.says('Six', room);
  await visitor.sees('Six');
  await rewrites(visitor, 'Half past six');
  await person.asks(
    'mutation ($id: ID!) { editMessage(input: { messageId: $id, body: "Seven" }) { message { id } } }',
    {
      id: message.id,
    },
  );
  await visitor.page.getByText('This message was edited elsewhere while you were writing').waitFor();
  expect(await editor(visitor).inputValue()).toBe('Half past six');
  await visitor.page.getByRole('button', { name: 'Use the new text' }).click();
  expect(await editor(visitor).inputValue()).toBe('Seven');
  await visitor.page.getByText('edited elsewhere').waitFor({ state: 'detached' });
  await editor(visitor).focus();
  await visitor.page.keyboard.press('ControlOrMeta+Z');
  expect(await editor(visitor).inputValue()).toBe('Half past six');
  await editor(visitor).press('Enter');
  await visitor.sees('Half past six');
});

test('what was being rewritten is still there when a moderator deletes the message, and not when its author does', async () => {
  const { visitor, person, room } = await adaInTwoPlaces('Deleted');
  const ben = await Person.registers(server, 'ben', 'Ben Okri');
  await ben.joins(room);
  await person.makes(ben, 'MODERATOR', room);
  const first = await person.says('An hour of work', room);
  await visitor.sees('An hour of work');
  await rewrites(visitor, 'An hour of work, and another');
  await ben.deletes(first);
  await visitor.page.getByText('It was deleted while you were editing it. Your text is still here.').waitFor();
  await visitor.page.getByRole('button', { name: 'Copy text' }).click();
  expect(await visitor.page.evaluate(() => navigator.clipboard.readText())).toBe('An hour of work, and another');
  await visitor.page.getByRole('button', { name: 'Discard' }).click();
  await visitor.page.getByText('Your text is still here.').waitFor({ state: 'detached' });

  await visitor.says('On second thought');
  await visitor.sees('On second thought');
  await rewrites(visitor, 'On third thought');
  await editor(visitor).press('Escape');
  await visitor.page.getByText(BACK).waitFor();
  await visitor.messages('On second thought').hover();
  await visitor.page
    .getByRole('button', { name: /^Delete/ })
    .last()
    .click();
  await visitor.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await visitor.page.getByText(BACK).waitFor({ state: 'detached' });
  expect(await visitor.page.getByText('Your text is still here.').count()).toBe(0);
});

test('an edit that is too long does not come in, and what was written stays', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Long edits');
  await ada.says('Short');
  await ada.sees('Short');
  await rewrites(ada, 'Shorter');
  await ada.page.evaluate(() => navigator.clipboard.writeText('a'.repeat(1_000_000)));
  await ada.page.keyboard.press('ControlOrMeta+V');
  await ada.page.getByText('That is too long: a message has at most 8,000 characters.').waitFor();
  expect(await editor(ada).inputValue()).toBe('Shorter');
});

/** Runs in the page: whether a pointer would meet it where it stands, without scrolling. */
function isInFront(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}

async function rewrites(visitor: Visitor, text: string): Promise<void> {
  // What is still on its way cannot be edited yet.
  await expect.poll(() => visitor.unsent()).toEqual([]);
  await visitor.composer.press('ArrowUp');
  await editor(visitor).fill(text);
}

function selects(box: Locator, words: string): Promise<void> {
  return box.evaluate((element, text) => {
    if (!(element instanceof HTMLTextAreaElement)) throw new Error('This is no box to write in.');
    const from = element.value.indexOf(text);
    element.setSelectionRange(from, from + text.length);
  }, words);
}

function editor({ page }: Visitor): Locator {
  return page.getByRole('textbox', { name: 'Edit your message' });
}

function toolOf(visitor: Visitor, text: string): Locator {
  return visitor.page
    .locator('app-message-view')
    .filter({ hasText: text })
    .getByRole('button', { name: /^Edit/ })
    .first();
}

let rooms = 0;

/** Ada in the browser, and somewhere else, as the same person. */
async function adaInTwoPlaces(name: string) {
  rooms += 1;
  const username = `ada${String(rooms)}`;
  const person = await Person.registers(server, username, 'Ada Lovelace');
  const room = await person.creates(name);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn(username, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  return { visitor, person, room };
}
