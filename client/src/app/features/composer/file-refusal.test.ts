import { expect, test } from 'vitest';
import { fileRefusal } from './file-refusal';

test('a file without a single byte is refused', () => {
  expect(fileRefusal({ size: 0 }, 1)).toBe('This file is empty.');
  expect(fileRefusal({ size: 1 }, 1)).toBeNull();
});

test.each([
  [16 * 1024 * 1024, '16 MB'],
  [5_000, '4.9 KB'],
])('a file of %d bytes is sent where the server takes as many, one byte more is refused', (max, words) => {
  expect(fileRefusal({ size: max }, max)).toBeNull();
  expect(fileRefusal({ size: max + 1 }, max)).toBe(`This file is too large. The limit is ${words}.`);
});

test('while the server has not said how much it takes, it shall decide', () => {
  expect(fileRefusal({ size: 2 ** 40 }, Infinity)).toBeNull();
});
