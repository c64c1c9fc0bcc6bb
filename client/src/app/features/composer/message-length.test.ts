import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charactersOver, MAX_BODY, MAX_IN_BOX, oversized } from './message-length';

test('a text is as long as the server counts it: by characters, not by what they are stored in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: MAX_BODY - 3, max: MAX_BODY + 3 }), (odd, length) => {
      const text = odd + '🍵'.repeat(length);
      expect(charactersOver(text)).toBe(Array.from(text).length - MAX_BODY);
    }),
    { numRuns: 20 },
  );
  expect(charactersOver('a'.repeat(MAX_BODY))).toBe(0);
  expect(charactersOver('')).toBeLessThan(0);
});

test('what no message could hold does not come into the box, and a little too much does', () => {
  const box = { value: 'a'.repeat(MAX_BODY), selectionStart: 0, selectionEnd: 0 };
  expect(oversized(box, 'b'.repeat(MAX_BODY))).toBeNull();
  expect(oversized(box, 'b'.repeat(MAX_BODY + 1))).toEqual({ text: 'b'.repeat(MAX_BODY + 1), isWhole: false });
});

test('nor does what makes the box too full, unless it takes the place of what is there', () => {
  const full = 'a'.repeat(MAX_IN_BOX);
  const caret = { value: full, selectionStart: 2, selectionEnd: 2 };
  expect(oversized(caret, 'b')).toEqual({ text: `aab${full.slice(2)}`, isWhole: true });
  expect(oversized({ ...caret, selectionEnd: 3 }, 'b')).toBeNull();
});
