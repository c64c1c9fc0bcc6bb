import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay, stretchOfDay } from '#server/search/days.js';
import { foldBody } from '#server/search/folding.js';
import { parseQuery } from '#server/search/parse-query.js';

const words = (text: string, isExcluded = false) => ({ condition: { kind: 'words', text }, isExcluded });
const filter = (kind: string, name: string, isExcluded = false) => ({ condition: { kind, name }, isExcluded });
const day = (kind: string, on: string, isExcluded = false) => ({ condition: { kind, day: on }, isExcluded });
const what = (kind: string, of: string, isExcluded = false) => ({ condition: { kind, what: of }, isExcluded });

describe('what somebody types', () => {
  it.each([
    ['Café  au lait', [words('cafe'), words('au'), words('lait')]],
    ['"several  Words" more', [words('several words'), words('more')]],
    ['“several words”', [words('several words')]],
    ['„mehrere Wörter“', [words('mehrere worter')]],
    ['"still being ty', [words('still being ty')]],
    ['5" nails', [words('5"'), words('nails')]],
    ['-no -"not this"', [words('no', true), words('not this', true)]],
    ['a - b', [words('a'), words('-'), words('b')]],
    ['from:@ada', [filter('from', 'ada')]],
    ['FROM:ada', [filter('from', 'ada')]],
    ['from:"Ada Lovelace"', [filter('from', 'Ada Lovelace')]],
    ['-from:@ben', [filter('from', 'ben', true)]],
    ['in:#kitchen', [filter('in', 'kitchen')]],
    ['in:"the old kitchen"', [filter('in', 'the old kitchen')]],
    ['in:"#the old kitchen"', [filter('in', 'the old kitchen')]],
    ['-in:#hall tea', [filter('in', 'hall', true), words('tea')]],
    ['has:file has:IMAGE -has:link', [what('has', 'file'), what('has', 'image'), what('has', 'link', true)]],
    ['is:pinned is:thread', [what('is', 'pinned'), what('is', 'thread')]],
    ['before:2026-11-01 after:2024-02-29', [day('before', '2026-11-01'), day('after', '2024-02-29')]],
    ['-on:2026-11-01', [day('on', '2026-11-01', true)]],
  ])('%s', (typed, query) => {
    expect(parseQuery(typed)).toEqual(query);
  });

  it.each([
    'from:',
    'from:@',
    'in:#',
    'in:""',
    'has:',
    'has:video',
    'is:odd',
    'before:2026-13-01',
    'on:2026-02-30',
    'on:',
    'to:ada',
    'http://x',
  ])('is a word where it is no filter: %s', (typed) => {
    expect(parseQuery(typed)).toEqual([words(foldBody(typed.replaceAll('""', '')))]);
  });

  it('is never an error, and its words are folded and never empty', () => {
    const pieces = fc.constantFrom(
      '"',
      '-',
      'from:',
      'in:',
      '@a',
      '#b',
      'on:2026-01-01',
      ' ',
      'é',
      '中',
      '\u0301',
      '“',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (typed) => {
          for (const { condition } of parseQuery(typed)) {
            if (condition.kind !== 'words') continue;
            expect(condition.text).not.toBe('');
            expect(foldBody(condition.text)).toBe(condition.text);
          }
        },
      ),
    );
  });
});

describe('a day', () => {
  it('is one of the calendar', () => {
    expect(['2026-11-01', '2024-02-29'].map(isDay)).toEqual([true, true]);
    expect(['2026-02-29', '2026-1-1', '2026-00-10', 'today', ''].map(isDay)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['2026-11-01', 'UTC', '2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
    ['2026-11-01', 'Asia/Kathmandu', '2026-10-31T18:15:00.000Z', '2026-11-01T18:15:00.000Z'],
    // The clocks were set back: 25 hours.
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
    // There was no midnight: the clocks went from 24 o'clock to one.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
    ['2026-11-01', 'Pacific/Kiritimati', '2026-10-31T10:00:00.000Z', '2026-11-01T10:00:00.000Z'],
  ])('%s in %s', (on, timeZone, from, to) => {
    expect(stretchOfDay(on, timeZone)).toEqual({ from: Date.parse(from), to: Date.parse(to) });
  });
});
