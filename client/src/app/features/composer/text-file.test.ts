import { expect, test } from 'vitest';
import { isLongPaste, kindOf, pasteQuestion, textFile } from './text-file';

test('a text is a long one from 2,001 characters or 51 lines on', () => {
  expect(isLongPaste('a'.repeat(2_000))).toBe(false);
  expect(isLongPaste('a'.repeat(2_001))).toBe(true);
  expect(isLongPaste('tea\n'.repeat(50))).toBe(false);
  expect(isLongPaste('tea\n'.repeat(51))).toBe(true);
});

test('its size is told in lines, or in characters where it is one line', () => {
  expect(pasteQuestion('tea\n'.repeat(1_200))).toBe('You pasted 1,200 lines. Send it as a file?');
  expect(pasteQuestion('a'.repeat(2_400))).toBe('You pasted 2,400 characters. Send it as a file?');
});

test.each([
  ['{"tea": [1, 2]}', 'json'],
  ['[1, 2,\n 3]', 'json'],
  ['[WIP] tea', 'txt'],
  ['{ tea }', 'txt'],
  ['42', 'txt'],
  ['# Tea\n\n- green\n- black', 'md'],
  ['See [tea](https://tea.example)\n\n```\nbrew()\n```', 'md'],
  ['# a comment\nbrew()', 'txt'],
  ['- green\n- black', 'txt'],
  ['diff --git a/tea b/tea\n--- a/tea\n+++ b/tea\n@@ -1 +1 @@\n-coffee\n+tea', 'diff'],
  ['--- old\n+++ new\n@@ -1 +1 @@', 'diff'],
  ['<svg onload="alert(1)"></svg>', 'txt'],
  ['tea is ready', 'txt'],
])('%s is named after what it is: %s', (text, ending) => {
  expect(kindOf(text).ending).toBe(ending);
});

test('a file holds the text as it is', async () => {
  const file = textFile('{"tea": "茶"}');
  expect(file.name).toBe('message.json');
  expect(await file.text()).toBe('{"tea": "茶"}');
});
