import { describe, expect, test } from 'vitest';
import { isComposing } from './composing';

/** What browsers tell of the keys of one word, in their order: the last Enter is the one that sends. */
const word: Record<string, readonly Told[]> = {
  'Chrome and Edge': [told('Process', 229, true), told('Enter', 229, true), told('Enter', 13, false)],
  Firefox: [told('Process', 229, true), told('Enter', 229, true), told('Enter', 13, false)],
  'Firefox before 65': [told('k', 0, true), told('Enter', 13, true), told('Enter', 13, false)],
  // The composition has ended by the time its Enter is told.
  Safari: [told('k', 229, true), told('Enter', 229, false), told('Enter', 13, false)],
  'Chrome on Android': [told('Unidentified', 229, true), told('Unidentified', 229, false), told('Enter', 13, false)],
};

describe('the Enter that ends a composition is no Enter for the page, the next one is', () => {
  test.each(Object.entries(word))('in %s', (_, keys) => {
    expect(keys.map(isComposing)).toEqual([true, true, false]);
  });
});

test('the Escape that takes a choice back is none either, and a click is no key', () => {
  expect(isComposing(told('Escape', 229, false))).toBe(true);
  expect(isComposing(told('Escape', 27, false))).toBe(false);
  expect(isComposing(new Event('click'))).toBe(false);
});

type Told = Event & { readonly key: string; readonly keyCode: number; readonly isComposing: boolean };

function told(key: string, keyCode: number, isComposing: boolean): Told {
  return Object.assign(new Event('keydown'), { key, keyCode, isComposing });
}
