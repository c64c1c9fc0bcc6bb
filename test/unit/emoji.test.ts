import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emojiFrom } from '#server/text/index.js';

/** What people choose from in the web client: all emoji of Unicode, with the skin tones of each. */
const CHOICES = (
  JSON.parse(readFileSync('node_modules/emoji-picker-element-data/en/emojibase/data.json', 'utf8')) as readonly {
    readonly emoji: string;
    readonly skins?: readonly { readonly emoji: string }[];
  }[]
).flatMap(({ emoji, skins = [] }) => [emoji, ...skins.map((skin) => skin.emoji)]);

describe('an emoji', () => {
  it('is each one that the picker offers, as Unicode has it for display', () => {
    expect(CHOICES.length).toBeGreaterThan(3000);
    expect(
      CHOICES.map((emoji) => emojiFrom('emoji', emoji)).filter((emoji) => !/^\p{RGI_Emoji}$/v.test(emoji)),
    ).toEqual([]);
  });

  it('is the same one where a keyboard leaves its variation selectors out', () => {
    const chosen = CHOICES.filter((emoji) => emoji.includes('\uFE0F'));
    expect(chosen.length).toBeGreaterThan(200);
    const other = chosen.filter((emoji) => {
      const shown = emojiFrom('emoji', emoji);
      return [emoji.replaceAll('\uFE0F', ''), shown].some((same) => emojiFrom('emoji', same) !== shown);
    });
    expect(other).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['a blank', ' '],
    ['a letter', 'a'],
    ['a digit', '1'],
    ['a short name', ':thumbsup:'],
    ['two of them', '👍👍'],
    ['one with a blank', '👍 '],
    ['one with a word', '👍ok'],
    ['a selector alone', '\uFE0F'],
    ['a joiner alone', '\u200D'],
    ['half a character', '\uD83D'],
    ['half a flag', '🇪'],
    ['a flag of nowhere', '🇦🇦'],
    ['what no font draws as one', '🐙\u200D🚀'],
    ['markup', '<b>👍</b>'],
    ['a text as long as a book', '👍'.repeat(100_000)],
  ])('is not %s', (_, written) => {
    expect(() => emojiFrom('emoji', written)).toThrow('Choose one emoji.');
  });
});
