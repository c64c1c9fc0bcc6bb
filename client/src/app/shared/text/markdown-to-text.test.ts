import { expect, test } from 'vitest';
import { markdownToText } from './markdown';

test.each([
  ['Is there **coffee** _left_, ~~Ben~~ Ada?', 'Is there coffee left, Ben Ada?'],
  ['see [the tea](https://example.org/?a=1&b=2) and `x < y`', 'see the tea and x < y'],
  ['# News\n\n> one\n> two\n\n- three\n- four', 'News one two three four'],
  ['```ts\nlet a = "<b>";\n```', 'let a = "<b>";'],
  ['| a | b |\n| - | - |\n| 1 | 2 |', 'a b 1 2'],
  ["<b>Ada</b> & Ben's", "<b>Ada</b> & Ben's"],
  ['un**believ**able', 'un**believ**able'],
  ['2 < 3 > 1', '2 < 3 > 1'],
  ['---', '---'],
  ['1. one\n2. two\n4. four', '1. one 2. two 4. four'],
  ['[WIP]: done', '[WIP]: done'],
  ['- [x] tea', '☑ tea'],
])('%j is read as %j', (markdown, words) => {
  expect(markdownToText(markdown)).toBe(words);
});
