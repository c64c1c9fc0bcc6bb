import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowOffsets } from './row-offsets';

const sizes = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 });
const changes = fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 0, max: 900 })), { maxLength: 30 });

/** The plain way: added up anew for each question. */
function topIn(rows: readonly number[], index: number): number {
  return rows.slice(0, index).reduce((sum, size) => sum + size, 0);
}

test('whatever is measured, and in whichever order, each row stands below all those before it', () => {
  fc.assert(
    fc.property(sizes, changes, fc.nat(60), (rows, measured, asked) => {
      const offsets = new RowOffsets(rows);
      const now = [...rows];
      for (const [index, size] of measured) {
        // Asked in between, so that something was added up already.
        offsets.top(asked % (rows.length + 1));
        expect(offsets.resize(index, size)).toBe(index < rows.length && now[index] !== size);
        if (index < rows.length) now[index] = size;
      }
      for (let index = 0; index <= rows.length; index += 1) expect(offsets.top(index)).toBe(topIn(now, index));
      expect(offsets.total).toBe(topIn(now, rows.length));
    }),
  );
});

test('the row at a height is the one that holds it', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: -500, max: 60_000 }), (rows, height) => {
      const offsets = new RowOffsets(rows);
      const found = offsets.indexAt(height);
      const expected = rows.findIndex((_, index) => topIn(rows, index + 1) > height);
      expect(found).toBe(expected === -1 ? rows.length - 1 : expected);
    }),
  );
});

test('a list of nothing has no height', () => {
  const offsets = new RowOffsets([]);
  expect([offsets.total, offsets.indexAt(10), offsets.resize(0, 5)]).toEqual([0, 0, false]);
});
