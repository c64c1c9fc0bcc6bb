import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch } from '#server/rules/index.js';
import { searchedIn, searchTextOf } from '#server/text/index.js';

describe('what is searched for is found', () => {
  it.each([
    ['cafe', 'Café'],
    ['CAFÉ', 'cafe'],
    ['café', 'Cafe\u0301'],
    ['desk', 'helpdesk'],
    ['strasse', 'Lange Straße'],
    ['straße', 'LANGE STRASSE'],
    ['STRAẞE', 'Strasse'],
    ['istanbul', 'İstanbul'],
    ['diyarbakir', 'Diyarbakır'],
    ['DİYARBAKIR', 'diyarbakır'],
    ['kobenhavn', 'København'],
    ['lodz', 'Łódź'],
    ['encyclopaedia', 'Encyclopædia'],
    ['еж', 'Ёж'],
    ['οδοσ', 'Οδός'],
    ['ΟΔΟΣ', 'οδός'],
    ['ｄｅｓｋ', 'helpdesk'],
    ['desk', 'ＨＥＬＰＤＥＳＫ'],
    ['fi', 'ﬁne'],
    ['開発', '東京開発チーム'],
    ['チーム', '東京開発ﾁｰﾑ'],
    ['ﾀﾞﾝｽ', 'ダンス'],
    ['かふぇ', 'カフェ'],
    ['ガ', 'が'],
    ['한글', '한글'.normalize('NFD')],
    ['한글'.normalize('NFD'), '우리 한글'],
    ['하', '한글'],
    ['ㅎ', '한글'],
    ['แฟ', 'กาแฟเย็น'],
    ['เย็น', 'กาแฟเย็น'],
    ['हिन्दी', 'मेरी हिन्दी'],
    ['שלום', 'שָׁלוֹם'],
    ['محمد', 'مُحَمَّد'],
    ['محمد', 'محـــمد'],
    ['c++', 'All about C++'],
    ['#general', 'general'],
    ['ada’s', "Ada's room"],
    ['well–known', 'well-known'],
    ['50%', '50% off'],
    ['😀', 'Happy 😀'],
    ['👩‍💻', 'Coders 👩‍💻'],
    ['❤', 'We ❤️ tea'],
    ['garden the', 'The Garden'],
    ['tea,  garden', 'Garden of tea'],
  ])('%s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['か', 'が'],
    ['हिन्दी', 'हन्द'],
    ['cafes', 'Café'],
    ['garden tulips', 'The Garden'],
    ['thegarden', 'The Garden'],
    ['%', 'The Garden'],
    ['_', 'The Garden'],
    ['c++', 'Cooking'],
    ['a', 'а'],
    [', ,', 'The Garden, of tea'],
    ['\u0301', 'Café'],
  ])('%s does not find %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('nothing is found across name and topic', () => {
    const text = searchTextOf('Tea', 'house');
    expect(searchedIn('teahouse')?.every((piece) => text.includes(piece))).toBe(false);
    expect(searchedIn('house tea')?.every((piece) => text.includes(piece))).toBe(true);
  });

  it('an empty search looks for nothing in particular', () => {
    expect(searchedIn('')).toEqual([]);
    expect(searchedIn('  ')).toEqual([]);
  });
});

describe('folding', () => {
  it('is the same done twice, and for the capitals and small letters of every character that has any', () => {
    const unstable = charactersWithForms().filter((character) => {
      const folded = foldForSearch(character);
      return [folded, character.toUpperCase(), character.toLowerCase(), character.normalize('NFD')].some(
        (form) => foldForSearch(form) !== folded,
      );
    });
    expect(unstable).toEqual([]);
  });

  it('leaves every part of a name to be found in it, in every script', () => {
    const letters = fc.constantFrom(
      ...Array.from('aZéßİıøŁσς-ЁйЖ開発チームガが한글กาแฟเย็นहिन्दीשלוםمحمد#+%.’😀'.normalize('NFC')),
    );
    const names = fc.string({ unit: letters, minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (name, from, length) => {
        const characters = Array.from(name);
        const start = from % characters.length;
        const part = characters.slice(start, start + 1 + (length % 6)).join('');
        expect(finds(part, name)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

function finds(query: string, text: string): boolean {
  const searched = searchedIn(query);
  return searched?.every((piece) => searchTextOf(text).includes(piece)) ?? false;
}

/** Every character that is not alone: with another case, or that can be taken apart. */
function charactersWithForms(): string[] {
  return Array.from({ length: 0x110000 }, (_, point) => point)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .filter((character) =>
      [character.toUpperCase(), character.toLowerCase(), character.normalize('NFKD')].some(
        (form) => form !== character,
      ),
    );
}
