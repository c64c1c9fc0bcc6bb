import { expect, test } from 'vitest';
import { oversized } from './incoming-text';

const MAX = 8_000;

test('what no message could hold does not come into the box, and a little too much does', () => {
  const box = { value: 'a'.repeat(MAX), selectionStart: 0, selectionEnd: 0 };
  expect(oversized(box, 'b'.repeat(MAX), MAX)).toBeNull();
  expect(oversized(box, 'b'.repeat(MAX + 1), MAX)).toEqual({ text: 'b'.repeat(MAX + 1), isWhole: false });
});

test('nor does what makes the box too full, unless it takes the place of what is there', () => {
  const full = 'a'.repeat(4 * MAX);
  const caret = { value: full, selectionStart: 2, selectionEnd: 2 };
  expect(oversized(caret, 'b', MAX)).toEqual({ text: `aab${full.slice(2)}`, isWhole: true });
  expect(oversized({ ...caret, selectionEnd: 3 }, 'b', MAX)).toBeNull();
});

test('while it is not known how much goes in, everything does', () => {
  expect(oversized({ value: 'a', selectionStart: 1, selectionEnd: 1 }, 'b'.repeat(100_000), Infinity)).toBeNull();
});
