import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { pastes } from '../support/browser/clipboard.js';
import { expectWithinReach } from '../support/browser/reach.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

describe('the formatting bar', () => {
  test('is there when it is wanted, and the next time as well', async () => {
    const ada = await aWriter('Bars');
    expect(await bar(ada).count()).toBe(0);
    await ada.page.getByRole('button', { name: 'Formatting' }).click();
    await bar(ada).waitFor();
    await ada.page.reload();
    await bar(ada).waitFor();
    await ada.page.getByRole('button', { name: 'Formatting' }).click();
    await bar(ada).waitFor({ state: 'detached' });
    await ada.page.reload();
    await ada.composer.waitFor();
    expect(await bar(ada).count()).toBe(0);
  });

  test('gives the selected words a format, takes it back, says which they have, and can be undone', async () => {
    const ada = await aWriter('Formats');
    await ada.page.getByRole('button', { name: 'Formatting' }).click();
    await ada.composer.pressSequentially('green tea');
    await selects(ada.composer, 6, 9);
    const bold = bar(ada).getByRole('button', { name: 'Bold' });
    expect(await bold.getAttribute('aria-pressed')).toBe('false');
    await bold.click();
    expect(await ada.composer.inputValue()).toBe('green **tea**');
    expect(await selected(ada.composer)).toBe('tea');
    await expect.poll(() => bold.getAttribute('aria-pressed')).toBe('true');
    expect(await isFocused(ada.composer)).toBe(true);
    await bold.click();
    expect(await ada.composer.inputValue()).toBe('green tea');
    for (const [name, text] of [
      ['Task list', '- [ ] green tea'],
      ['Numbered list', '1. green tea'],
      ['List', '- green tea'],
      ['Quote', '> - green tea'],
    ] as const) {
      await bar(ada).getByRole('button', { name, exact: true }).click();
      expect(await ada.composer.inputValue()).toBe(text);
    }
    const seen: string[] = [];
    for (let step = 0; step < 30 && (await ada.composer.inputValue()) !== ''; step += 1) {
      await ada.page.keyboard.press('ControlOrMeta+Z');
      seen.push(await ada.composer.inputValue());
    }
    expect(seen).toEqual(
      expect.arrayContaining(['- green tea', '1. green tea', '- [ ] green tea', 'green tea', 'green **tea**']),
    );
    expect(seen.at(-1)).toBe('');
  });

  test('is one stop for the keyboard: arrows, Home and End go through it, mirrored where the page is', async () => {
    const ada = await aWriter('Keys');
    await ada.page.getByRole('button', { name: 'Formatting' }).click();
    await ada.composer.fill('tea');
    await selects(ada.composer, 0, 3);
    // Before the box stand the button for files and the bar.
    await ada.page.keyboard.press('Shift+Tab');
    await ada.page.keyboard.press('Shift+Tab');
    const name = (): Promise<string | null> =>
      ada.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
    expect(await name()).toBe('Bold');
    const names = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
      await ada.page.keyboard.press(key);
      names.push(await name());
    }
    expect(names).toEqual(['Italic', 'Strikethrough', 'Italic', 'Quote', 'Bold', 'Quote', 'Bold']);
    await ada.page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await ada.page.keyboard.press('ArrowLeft');
    expect(await name()).toBe('Italic');
    await ada.page.keyboard.press('Enter');
    expect(await ada.composer.inputValue()).toBe('_tea_');
    expect(await isFocused(ada.composer)).toBe(true);
    // Left by one step, from wherever one was in it.
    await ada.page.keyboard.press('Shift+Tab');
    await ada.page.keyboard.press('Shift+Tab');
    expect(await name()).toBe('Italic');
    await ada.page.keyboard.press('Tab');
    expect(await name()).toBe('Attach files');
  });
});

test('formats have keys, with and without the bar, and Ctrl K still finds a room', async () => {
  const ada = await aWriter('Shortcuts');
  const after = async (keys: string): Promise<string> => {
    await ada.composer.fill('tea');
    await selects(ada.composer, 0, 3);
    await ada.page.keyboard.press(keys);
    return ada.composer.inputValue();
  };
  expect(await after('Control+B')).toBe('**tea**');
  expect(await after('Control+I')).toBe('_tea_');
  expect(await after('Control+Shift+X')).toBe('~~tea~~');
  expect(await after('Control+E')).toBe('`tea`');
  expect(await after('Control+Shift+E')).toBe('```\ntea\n```');
  expect(await after('Control+Shift+7')).toBe('1. tea');
  expect(await after('Control+Shift+8')).toBe('- tea');
  expect(await after('Control+Shift+9')).toBe('> tea');
  expect(await after('Control+K')).toBe('[tea](https://)');
  expect(await selected(ada.composer)).toBe('https://');
  await ada.page.keyboard.press('End');
  await ada.page.keyboard.press('Control+K');
  expect(await isFocused(ada.page.getByRole('searchbox', { name: 'Find a room' }))).toBe(true);
});

test('a preview shows what others will see, follows what is written, and goes with the message', async () => {
  const ada = await aWriter('Previews');
  const preview = ada.page.getByRole('region', { name: 'Preview of your message' });
  const button = ada.page.getByRole('button', { name: 'Preview' });
  await ada.composer.press('Control+Alt+P');
  await preview.getByText('What you write is shown here.').waitFor();
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  await ada.composer.fill('**tea** and\n- [x] cake\n```ts\nlet tea;\n```');
  await preview.locator('strong').waitFor();
  await preview.getByRole('img', { name: 'Done' }).waitFor();
  await preview.getByRole('button', { name: 'Copy TypeScript code' }).waitFor();
  const previewed = await preview.locator('.prose').innerHTML();
  await ada.composer.press('Control+Alt+P');
  await preview.waitFor({ state: 'detached' });
  await button.click();
  await preview.waitFor();
  await ada.composer.press('Enter');
  await preview.waitFor({ state: 'detached' });
  await ada.sees('cake');
  const shown = await ada.messages('cake').locator('.prose').innerHTML();
  expect(withoutOwnMarks(shown)).toBe(withoutOwnMarks(previewed));
});

describe('a long text that is pasted', () => {
  test('stands in the box, and becomes a file if that is wanted: undone, it is in the box again', async () => {
    const ada = await aWriter('Pastes');
    const ben = await Visitor.arrives(browser, server.url);
    await ben.entersAsGuest('Ben', 'Pastes');
    await ada.composer.pressSequentially('See: ');
    const log = JSON.stringify({ cups: Array.from({ length: 60 }, (_, cup) => ({ cup })) }, null, 1);
    await pastes(ada.page, { text: log });
    const offer = ada.page.getByText(`You pasted ${String(log.split('\n').length)} lines. Send it as a file?`);
    await offer.waitFor();
    expect(await ada.composer.inputValue()).toBe(`See: ${log}`);
    await ada.page.getByRole('button', { name: 'Send as a file' }).click();
    await offer.waitFor({ state: 'detached' });
    expect(await ada.composer.inputValue()).toBe('See: ');
    expect(await isFocused(ada.composer)).toBe(true);
    await ada.page.keyboard.press('ControlOrMeta+Z');
    expect(await ada.composer.inputValue()).toBe(`See: ${log}`);
    await ada.page.keyboard.press('ControlOrMeta+Shift+Z');
    await expect.poll(() => ada.composer.inputValue()).toBe('See: ');
    await ada.page.getByRole('button', { name: 'Remove message.json' }).waitFor();
    await ada.composer.press('Enter');
    await ben
      .messages('See:')
      .getByRole('link', { name: /message\.json/ })
      .waitFor();
  });

  test('stays as it is where a file is not wanted, and is asked about once', async () => {
    const ada = await aWriter('Kept pastes');
    const text = 'tea '.repeat(501).trim();
    await ada.composer.focus();
    await pastes(ada.page, { text });
    await ada.page.getByText('You pasted 2,003 characters. Send it as a file?').waitFor();
    // With the keyboard: on from the box.
    const keep = ada.page.getByRole('button', { name: 'Keep as text' });
    for (let step = 0; step < 8 && !(await isFocused(keep)); step += 1) await ada.page.keyboard.press('Tab');
    await ada.page.keyboard.press('Enter');
    await keep.waitFor({ state: 'detached' });
    expect(await ada.composer.inputValue()).toBe(text);
    expect(await isFocused(ada.composer)).toBe(true);
    await ada.page.keyboard.press('End');
    await ada.composer.pressSequentially('!');
    expect(await keep.count()).toBe(0);
  });

  test('is not asked about where it is short, or no longer what was pasted', async () => {
    const ada = await aWriter('Short pastes');
    await ada.composer.focus();
    const question = ada.page.getByText('Send it as a file?');
    await pastes(ada.page, { text: 'tea\n'.repeat(50) });
    expect(await ada.composer.inputValue()).toBe('tea\n'.repeat(50));
    expect(await question.count()).toBe(0);
    await ada.composer.fill('');
    await pastes(ada.page, { text: 'tea\n'.repeat(51) });
    await question.waitFor();
    await ada.page.keyboard.press('Backspace');
    await ada.page.keyboard.press('Backspace');
    await question.waitFor({ state: 'detached' });
  });
});

test.each([320, 390])(
  'a finger reaches everything at %s pixels, and a row appears with the first words',
  async (width) => {
    const ada = await Visitor.arrives(browser, server.url, { width, height: 700, touch: true });
    await ada.entersAsGuest('Ada', `Fingers ${String(width)}`);
    const formatting = ada.page.getByRole('button', { name: 'Formatting' });
    expect(await formatting.isVisible()).toBe(false);
    await ada.composer.tap();
    // Nothing moves under the finger.
    expect(await formatting.isVisible()).toBe(false);
    await ada.composer.fill('```ts\nlet tea;\n```');
    await formatting.tap();
    await ada.page.getByRole('button', { name: 'Preview' }).tap();
    await ada.page.getByRole('region', { name: 'Preview of your message' }).waitFor();
    await expectWithinReach(ada.page, 'bar and preview');
    for (const button of await bar(ada).getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await ada.page.getByRole('button', { name: 'Send', exact: true }).tap();
    await ada.messages('let tea').getByRole('button', { name: 'Copy TypeScript code' }).waitFor();
    await expectWithinReach(ada.page, 'code');
  },
);

test('bar, preview, code and offer have names and contrast enough, by day and by night', async () => {
  const ada = await aWriter('Axe');
  await ada.page.getByRole('button', { name: 'Formatting' }).click();
  await ada.says(`\`\`\`ts\n${'let tea;\n'.repeat(40)}\`\`\``);
  await ada.page.getByRole('button', { name: 'Show all 40 lines' }).waitFor();
  await ada.page.getByRole('button', { name: 'Preview' }).click();
  await ada.composer.focus();
  await pastes(ada.page, { text: `\`\`\`ts\n${'let tea;\n'.repeat(60)}\`\`\`` });
  await ada.page.getByText('Send it as a file?').waitFor();
  expect(await faultsOf(ada)).toEqual([]);
});

async function aWriter(room: string): Promise<Visitor> {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', room);
  return ada;
}

function bar({ page }: Visitor): Locator {
  return page.getByRole('toolbar', { name: 'Formatting' });
}

function selects(box: Locator, from: number, to: number): Promise<void> {
  return box.evaluate(
    (element: HTMLTextAreaElement, [from, to]) => {
      element.setSelectionRange(from, to);
    },
    [from, to] as const,
  );
}

function selected(box: Locator): Promise<string> {
  return box.evaluate(({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
    value.slice(selectionStart, selectionEnd),
  );
}

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((it) => it === document.activeElement);
}

/** What the page adds for itself: marks of its styles, and who is reached by Tab. */
function withoutOwnMarks(html: string): string {
  return html.replace(/ (?:_ng\w+-[\w-]+|tabindex|data-tab-stop)="[^"]*"/g, '').replace(/<!--.*?-->/g, '');
}
