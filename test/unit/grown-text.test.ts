import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grownBy } from '#server/messages/streaming/grown-text.js';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });

it('gives the same text for any sequence of pieces that repeat and overlap', () => {
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 40 }), (whole, cuts) => {
      let grown = '';
      for (const [from, length] of cuts) {
        const offset = Math.min(from, grown.length);
        grown = grownBy(grown, { offset, text: whole.slice(offset, offset + length) }) ?? '(refused)';
        expect(whole.startsWith(grown)).toBe(true);
      }
      expect(grownBy(grown, { offset: grown.length, text: whole.slice(grown.length) })).toBe(whole);
    }),
  );
});

it('takes no piece that leaves something out, or says something else than what is there', () => {
  fc.assert(
    fc.property(text, text, fc.nat(80), (there, piece, offset) => {
      const grown = grownBy(there, { offset, text: piece });
      const fits =
        offset <= there.length &&
        [...Array(piece.length).keys()].every(
          (at) => there[offset + at] === undefined || there[offset + at] === piece[at],
        );
      expect(grown !== null).toBe(fits);
      if (grown !== null) expect(grown.slice(offset, offset + piece.length)).toBe(piece);
    }),
  );
});
