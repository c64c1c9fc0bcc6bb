import { describe, expect, it } from 'vitest';
import { foldName, visibleName } from '#server/text/index.js';
import { InvalidInput } from '#server/errors/index.js';
import { usernameFrom } from '#server/users/index.js';

describe('a folded name', () => {
  it.each([
    ['Ada', 'ada'],
    ['ＡＤＡ', 'ada'],
    ['STRASSE', 'straße'],
    ['STRAẞE', 'straße'],
    ['ﬁne', 'fine'],
    ['Cafe\u0301', 'CAFÉ'],
    ['Ωδή', 'ΩΔΉ'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['the  garden', ' The Garden '],
    ['❤', '❤\uFE0F'],
    ['👩💻', '👩\u200D💻'],
  ])('is the same for %j and %j', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it.each([
    ['ada', 'ade'],
    ['café', 'cafe'],
    ['the garden', 'thegarden'],
    ['a', 'а'],
  ])('is another for %j and %j', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });

  it('folds to itself, and so do its capitals and small letters, for every character there is', () => {
    const unstable = everyCharacter().filter((character) => {
      const folded = foldName(character);
      return [folded, character.toUpperCase(), character.toLowerCase()].some((form) => foldName(form) !== folded);
    });
    expect(unstable).toEqual([]);
  });
});

describe('a visible name', () => {
  it('is trimmed, its spaces joined, and composed', () => {
    expect(visibleName('name', ' The \u00A0 Cafe\u0301 ', 80)).toBe('The Café');
  });

  it.each([
    ['zero-width space', '\u200B'],
    ['zero-width joiner', '\u200D'],
    ['byte order mark', '\uFEFF'],
    ['left-to-right mark', '\u200E'],
    ['right-to-left override', '\u202E'],
    ['isolate', '\u2066'],
    ['tag letter', '\u{E0041}'],
    ['Braille blank', '\u2800'],
    ['Hangul filler', '\u3164'],
    ['line separator', '\u2028'],
    ['tab', '\t'],
    ['grapheme joiner', '\u034F'],
    ['variation selector', '\uFE0F'],
    ['Mongolian selector', '\u180B'],
    ['Khmer inherent vowel', '\u17B4'],
    ['Hangul initial filler', '\u115F'],
    ['escape', '\u001B'],
    ['private letter', '\uE000'],
    ['unassigned letter', '\u{E0FFF}'],
    ['object replacement', '\uFFFC'],
    ['hieroglyphic blank', '\u{13441}'],
    ['Khitan filler', '\u{16FE4}'],
    ['note without a head', '\u{1D159}'],
  ])('holds no %s', (_, character) => {
    expect(() => visibleName('name', `a${character}b`, 80)).toThrow(InvalidInput);
    expect(() => usernameFrom(`a${character}b`)).toThrow(InvalidInput);
  });

  it.each(['\u0301', '\u0301Ada', ' \u20DDAda'])(
    'does not begin with a mark, which would stand on the name before (%j)',
    (name) => {
      expect(() => visibleName('name', name, 80)).toThrow(InvalidInput);
    },
  );

  it.each(['❤\uFE0F', '👩\u200D💻', '👩🏽\u200D💻', '🏳\uFE0F\u200D🌈', '1\uFE0F\u20E3', '🇺🇦'])('may hold %s', (emoji) => {
    expect(visibleName('name', `Team ${emoji}`, 80)).toBe(`Team ${emoji}`);
  });

  it.each([
    ['twice', '❤\uFE0F\uFE0F'],
    ['with nothing to join', '👩\u200D'],
    ['behind a letter', 'X\uFE0F'],
    ['behind a digit', '1\uFE0F'],
    ['of an unassigned emoji', '\u{1FAFF}\uFE0F'],
  ])('holds no joint %s', (_, name) => {
    expect(() => visibleName('name', name, 80)).toThrow(InvalidInput);
  });

  it.each([
    ['Latin', `Z${'\u0335\u0301'.repeat(30)}oe`],
    ['Thai', `ก${'\u0E47'.repeat(20)}`],
    ['Arabic', `ب${'\u0651\u064E'.repeat(20)}`],
    ['Hebrew', `ש${'\u05B8'.repeat(20)}`],
    ['several scripts', `a${'\u0301\u0E47\u064E'.repeat(10)}`],
  ])('piles no marks on a letter (%s)', (_, name) => {
    expect(() => visibleName('name', name, 80)).toThrow(InvalidInput);
    expect(() => usernameFrom(name.slice(0, 32))).toThrow(InvalidInput);
  });

  it.each([
    ['Vietnamese', 'Nguyễn Thị Ngọc Ánh Phượng'],
    ['Vietnamese, decomposed', 'Nguyễn Thị Ngọc Ánh'.normalize('NFD')],
    ['Arabic with harakat', 'مُحَمَّدٌ ٱللَّٰهِ'],
    ['Hebrew with niqqud', 'שָׁלוֹם בְּרֵאשִׁ֖ית'],
    ['Devanagari', 'श्री क्ष्मीं ज़िन्दगी'],
    ['Thai', 'น้ำผึ้ง กี่ขวัญ'],
    ['Burmese', 'ကျွန်ုပ် မြွှော်'],
    ['Tibetan', 'བསྒྲུབས ཧཱུྃ'],
    ['Khmer', 'ស្ត្រី ក្រុង'],
    ['phonetic', 'ɔ̃́ ə̃̀'],
    ['Yoruba', 'Ọ̀ṣọ́'],
  ])('may be written with all its marks in %s', (_, name) => {
    expect(visibleName('name', name, 80)).toBe(name.normalize('NFC'));
  });

  it('has 1 to so many characters, counted as people do', () => {
    expect(visibleName('name', '😀'.repeat(5), 5)).toBe('😀'.repeat(5));
    expect(() => visibleName('name', '😀'.repeat(6), 5)).toThrow(InvalidInput);
    expect(() => visibleName('name', ' ', 5)).toThrow(InvalidInput);
  });
});

function everyCharacter(): string[] {
  const codePoints = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint);
  return codePoints.filter((it) => it < 0xd800 || it > 0xdfff).map((it) => String.fromCodePoint(it));
}
