import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch } from '#server/rules/index.js';
import { excerptOf } from '#server/search/excerpt.js';
import { foldBody, foldWithPlaces } from '#server/search/folding.js';
import { tokensOfText, tokensOfWords } from '#server/search/tokens.js';
import { isFoundIn } from '#server/search/word-places.js';

const LETTERS = Array.from('abAéß1中京가각かガกา😀-.:" \n#é́ŁíЖя۞שאा');
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 30 }).map((letters) => letters.join(''));

describe('words', () => {
  it.each([
    ['three characters anywhere in a word', 'esk', 'helpdesk'],
    ['two at the start of a word', 'he', 'the helpdesk'],
    ['one at the start of a word', 'h', 'the helpdesk'],
    ['a sign anywhere', ':)', 'fine:)'],
    ['an emoji anywhere', '😀', 'fine😀'],
    ['one character of Chinese', '京', '我们在北京'],
    ['two characters of Chinese', '在北', '我们在北京'],
    ['two of Japanese', 'カフ', '新しいかふぇ'],
    ['one syllable of Korean', '국', '대한민국'],
    ['a syllable that is half typed', '구', '대한민국'],
    ['two characters of Thai', 'แฟ', 'กาแฟเย็น'],
    ['what stands behind a script without spaces', 'to', '東京tower'],
    ['several words over lines', 'good evening', 'A good\n evening'],
  ])('are found: %s', (_, typed, body) => {
    expect(isFoundIn(foldBody(typed), foldBody(body))).toBe(true);
  });

  it.each([
    ['two characters within a word', 'he', 'the'],
    ['one within a word', 'h', 'the'],
    ['several words that stand elsewhere', 'evening good', 'a good evening'],
  ])('are not found: %s', (_, typed, body) => {
    expect(isFoundIn(foldBody(typed), foldBody(body))).toBe(false);
  });

  it('have tokens that every text has in which they are found', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 8 }), text, (body, start, length, other) => {
        const folded = foldBody(body);
        const piece = foldBody(
          Array.from(folded)
            .slice(start % (folded.length + 1))
            .slice(0, length + 1)
            .join(''),
        );
        for (const words of [piece, foldBody(other)].filter((found) => found !== '' && isFoundIn(found, folded))) {
          const tokens = tokensOfText(folded);
          expect(tokensOfWords(words).filter((token) => !tokens.has(token))).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('have tokens that part at no space and no sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        for (const token of tokensOfText(foldBody(body))) expect(token).toMatch(/^[\da-z\x80-\u{10FFFF}]+$/u);
      }),
    );
  });
});

describe('folding', () => {
  it('of plain letters, the short way, is folding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (body) => {
        expect(foldBody(body)).toBe(foldForSearch(body));
      }),
    );
  });

  it('letter by letter is folding as a whole, and leads back to where each stood', () => {
    fc.assert(
      fc.property(text, (body) => {
        const { text: folded, starts, ends } = foldWithPlaces(body);
        expect(folded.trim()).toBe(foldBody(body));
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        for (const [unit, start] of starts.entries()) expect(start).toBeLessThan(ends[unit] ?? 0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an excerpt', () => {
  it.each([
    [
      'a Café',
      ['cafe'],
      [
        ['a ', false],
        ['Café', true],
      ],
    ],
    [
      'die Straße dort',
      ['strass'],
      [
        ['die ', false],
        ['Straß', true],
        ['e dort', false],
      ],
    ],
    [
      'one two one',
      ['one'],
      [
        ['one', true],
        [' two ', false],
        ['one', true],
      ],
    ],
    ['abcd', ['abc', 'bcd'], [['abcd', true]]],
    ['a\n\nb', [], [['a b', false]]],
    ['', [], []],
    [
      '**bold**',
      ['bold'],
      [
        ['**', false],
        ['bold', true],
        ['**', false],
      ],
    ],
  ])('of %j for %j', (body, wanted, parts) => {
    expect(excerptOf(body, wanted).map(({ text: piece, isMatch }) => [piece, isMatch])).toEqual(parts);
  });

  it('of a long message shows where most of the words are, and says that there is more', () => {
    const body = `tea ${'and then '.repeat(60)}tea with milk ${'or so '.repeat(60)}`;
    const parts = excerptOf(body, ['tea', 'milk']);
    expect(parts.filter(({ isMatch }) => isMatch).map((part) => part.text)).toEqual(['tea', 'milk']);
    expect(parts.at(0)?.text).toMatch(/^… /);
    expect(parts.at(-1)?.text).toMatch(/ …$/);
    expect(parts.map((part) => part.text).join('').length).toBeLessThan(260);
  });

  it('is text of the message, and marks nothing but what was looked for', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), text, (bodies, typed) => {
        const [body, wanted] = [bodies.join(' '), foldBody(typed)];
        const parts = excerptOf(body, wanted === '' ? [] : [wanted]);
        const shown = parts.map((part) => part.text).join('');
        const inOneLine = body.replace(/\s+/gu, ' ');
        expect(inOneLine).toContain(shown.replace(/^… /, '').replace(/ …$/, ''));
        expect(shown.isWellFormed()).toBe(true);
        if (wanted !== '' && isFoundIn(wanted, foldBody(body))) expect(parts.some(({ isMatch }) => isMatch)).toBe(true);
      }),
    );
  });
});
