import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

test('code has the colours of its language, by a grammar that is loaded when somebody sees the first of it', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const scripts: string[] = [];
  ada.page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await ada.entersAsGuest('Ada', 'Colours');
  await ada.says('No code yet.');
  await ada.sees('No code yet.');
  const before = scripts.length;
  await ada.says('```ts\nconst tea = "green"; // hot\n```');
  await expect
    .poll(() => coloured(ada.page))
    .toMatchObject({
      keyword: ['const'],
      string: ['"green"'],
      comment: ['// hot'],
    });
  expect(await ada.messages('const tea').locator('.language').textContent()).toBe('TypeScript');
  expect(scripts.length).toBeGreaterThan(before);
  const withOne = scripts.length;
  await ada.says('```ts\nlet cake;\n```');
  await expect.poll(() => coloured(ada.page)).toMatchObject({ keyword: ['const', 'let'] });
  expect(scripts.length).toBe(withOne);
  // Colours are no elements.
  expect(await ada.timeline.locator('.code-block pre *:not(code)').count()).toBe(0);
  await ada.says('```klingon\nconst tea;\n```');
  await ada.messages('klingon').getByText('const tea;').waitFor();
  expect(await coloured(ada.page)).toMatchObject({ keyword: ['const', 'let'] });
});

test('what is deleted takes its colours along, and what is edited gets new ones', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'New colours');
  await ada.says('```ts\nconst tea;\n```');
  await expect.poll(() => coloured(ada.page)).toMatchObject({ keyword: ['const'] });
  await ada.timeline.locator('.pending').waitFor({ state: 'detached' });
  await ada.composer.press('ArrowUp');
  const editor = ada.page.getByRole('textbox', { name: 'Edit your message' });
  await editor.fill('```ts\nlet cake;\n```');
  await editor.press('Enter');
  await expect.poll(() => coloured(ada.page)).toMatchObject({ keyword: ['let'] });
});

test('code is copied as it was typed, with the keyboard alone, and that is said', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Copies');
  const code = '<b>tea</b>\n\n  & cake\t=> 3';
  await ada.says(`\`\`\`html\n${code}\n\`\`\``);
  await ada.sees('& cake');
  await ada.timeline.locator('.pending').waitFor({ state: 'detached' });
  const copy = ada.messages('& cake').getByRole('button', { name: 'Copy HTML code' });
  // Back from the box to the messages, and into the newest.
  await ada.composer.focus();
  for (let step = 0; step < 8 && !(await isFocused(copy)); step += 1) await ada.page.keyboard.press('Shift+Tab');
  for (let step = 0; step < 8 && !(await isFocused(copy)); step += 1) await ada.page.keyboard.press('Tab');
  expect(await isFocused(copy)).toBe(true);
  await ada.page.keyboard.press('Enter');
  await ada.messages('& cake').getByRole('status').getByText('Code copied.').waitFor({ state: 'attached' });
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  expect(await isFocused(copy)).toBe(true);
});

test('long code is folded, opens and closes by the keyboard, and is copied whole', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Long code');
  const code = Array.from({ length: 300 }, (_, line) => `tea(${String(line)})`).join('\n');
  await ada.says(`\`\`\`js\n${code}\n\`\`\`\nand words`);
  const message = ada.messages('and words');
  const all = message.getByRole('button', { name: 'Show all 300 lines' });
  await all.waitFor();
  expect(await all.getAttribute('aria-expanded')).toBe('false');
  // The message around it is not folded as well.
  expect(await message.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  const pre = message.locator('pre');
  const height = (): Promise<number> => pre.evaluate((element) => element.clientHeight);
  const folded = await height();
  expect(folded).toBeLessThan(500);
  await all.press('Enter');
  const less = message.getByRole('button', { name: 'Show less' });
  await less.waitFor();
  expect(await height()).toBeGreaterThan(4_000);
  await less.press('Enter');
  await all.waitFor();
  expect(await height()).toBe(folded);
  await message.getByRole('button', { name: 'Copy JavaScript code' }).click();
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe(code);
});

test('what is folded away of code has its colours once it is seen', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Folded colours');
  const lines = Array.from({ length: 40 }, (_, index) => `${index === 30 ? 'class' : 'let'} a${String(index)}`);
  await ada.says(`\`\`\`js\n${lines.join('\n')}\n\`\`\``);
  await expect.poll(() => coloured(ada.page)).toMatchObject({ keyword: Array.from({ length: 16 }, () => 'let') });
  await ada.page.getByRole('button', { name: 'Show all 40 lines' }).click();
  const keywords = async (): Promise<readonly string[]> => {
    const { keyword = [] } = await coloured(ada.page);
    return keyword;
  };
  await expect.poll(keywords).toContain('class');
  await ada.page.getByRole('button', { name: 'Show less' }).click();
  await expect.poll(keywords).toHaveLength(16);
});

test('folded code opens where a search of the page finds something in it', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Needles');
  await ada.says(`\`\`\`\n${'hay\n'.repeat(90)}needle\n\`\`\``);
  const message = ada.messages('needle');
  await message.getByRole('button', { name: 'Show all 91 lines' }).waitFor();
  // As the browser does with what it has found.
  await message.locator('pre').evaluate((pre) => {
    pre.scrollTop = pre.scrollHeight;
  });
  await message.getByRole('button', { name: 'Show less' }).waitFor();
});

test('code that takes too long to read has no colours, and what comes after it has', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Slow code');
  // For grammars of regular expressions a word of thousands of letters is slow: the square of its length.
  await ada.says(`\`\`\`java\nclass Cake {}\n${'$'.repeat(7_900)}\n\`\`\``);
  await ada.messages('class Cake').getByRole('button', { name: 'Copy Java code' }).waitFor();
  await ada.says('```java\nclass Tea {}\n```');
  // The next one has its colours all the same.
  await expect.poll(() => coloured(ada.page)).toMatchObject({ keyword: ['class'] });
  expect(await ada.page.evaluate(() => [...CSS.highlights.values()].flatMap((ranges) => [...ranges]).length)).toBe(2);
});

test('a browser that knows no highlights, or gets no grammar, shows the code as it is', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.page.addInitScript(() => {
    Object.defineProperty(window, 'Highlight', { value: undefined });
  });
  await ada.entersAsGuest('Ada', 'Plain');
  await ada.says('```ts\nconst tea;\n```');
  await ada.messages('const tea;').getByRole('button', { name: 'Copy TypeScript code' }).waitFor();

  const ben = await Visitor.arrives(browser, server.url);
  await ben.entersAsGuest('Ben', 'Plain too');
  await ben.page.route('**/*.js', (route) => route.abort());
  await ben.says('```ts\nconst cake;\n```');
  await ben.messages('const cake;').getByRole('button', { name: 'Copy TypeScript code' }).waitFor();
  await ben.page.unroute('**/*.js');
});

/** The parts of the page's text that have a colour, by the colour's name. */
function coloured(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, ranges]) => [
        name.replace('code-', ''),
        [...ranges].map(({ startContainer, startOffset, endOffset }) =>
          (startContainer.textContent ?? '').slice(startOffset, endOffset),
        ),
      ]),
    ),
  );
}

function isFocused(element: { evaluate(test: (element: Element) => boolean): Promise<boolean> }): Promise<boolean> {
  return element.evaluate((it) => it === document.activeElement);
}
