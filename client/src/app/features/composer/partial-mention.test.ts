import { describe, expect, it } from 'vitest';
import { isMeant, partialMention } from './partial-mention';

describe('the name at the caret', () => {
  it.each([
    ['@', ''],
    ['Hello @be', 'be'],
    ['(@be', 'be'],
    ['one\n@be', 'be'],
    ['@Ada L', 'Ada L'],
    ['@Ada ', 'Ada '],
    ['@zoë.o', 'zoë.o'],
    ['こんにちは@be', 'be'],
    ['**@be', 'be'],
  ])('in %j is %j', (text, typed) => {
    expect(partialMention(text, text.length)?.typed).toBe(typed);
  });

  it.each(['ada@be', 'https://example.org/@be', '@@be', '\\@be', '@ be', 'be', '@be  ', '@one two three four'])(
    'is none in %j',
    (text) => {
      expect(partialMention(text, text.length)).toBeNull();
    },
  );

  it('ends at the caret, and begins at its @', () => {
    expect(partialMention('Hello @ben and others', 9)).toEqual({ start: 6, typed: 'be' });
    const long = `${'x'.repeat(5000)} @be`;
    expect(partialMention(long, long.length)).toEqual({ start: 5001, typed: 'be' });
  });
});

it('somebody is meant by the beginning of each word, of either name, whatever the accents', () => {
  const jose = { username: 'jm.nandu', displayName: 'José María' };
  for (const typed of ['', 'jos', 'JOSÉ M', 'mar', 'nan', 'jm.n']) expect(isMeant(jose, typed), typed).toBe(true);
  for (const typed of ['ose', 'jose x']) expect(isMeant(jose, typed), typed).toBe(false);
});

it.each([
  ['lukasz', 'Łukasz Bąk'],
  ['strauss', 'Johann Strauß'],
  ['さくら', 'サクラ'],
  ['soren', 'Søren'],
])('%s is found as the server finds it, in %s', (typed, displayName) => {
  expect(isMeant({ username: 'somebody', displayName }, typed)).toBe(true);
});
