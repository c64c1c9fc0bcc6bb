import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charactersOver } from './length';

const MAX = 8_000;

test('a text is as long as the server counts it: by characters, not by what they are stored in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: MAX - 3, max: MAX + 3 }), (odd, length) => {
      const text = odd + '🍵'.repeat(length);
      expect(charactersOver(text, MAX)).toBe(Array.from(text).length - MAX);
    }),
    { numRuns: 20 },
  );
  expect(charactersOver('a'.repeat(MAX), MAX)).toBe(0);
  expect(charactersOver('', MAX)).toBeLessThan(0);
});
