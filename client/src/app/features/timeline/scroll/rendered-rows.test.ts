import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, renderedRows } from './rendered-rows';
import { RowOffsets } from './row-offsets';

const lists = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 80 });

test('every row that is in view is in the page, in order and once', () => {
  fc.assert(
    fc.property(
      lists,
      fc.integer({ min: -300, max: 9000 }),
      fc.integer({ min: 1, max: 1200 }),
      (sizes, top, height) => {
        const offsets = new RowOffsets(sizes);
        const rows = renderedRows(offsets, around({ top, bottom: top + height }, 300, 200));
        for (let index = 0; index < sizes.length; index += 1) {
          const isInView = offsets.top(index + 1) > top && offsets.top(index) < top + height;
          if (isInView) expect(rows).toContain(index);
        }
        expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
        expect(rows.length).toBeGreaterThan(0);
      },
    ),
  );
});

test('what is in the page is bounded by the view, however long the list is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (index) => {
      const offsets = new RowOffsets(Array.from({ length: 100_000 }, () => 29));
      const top = offsets.top(index);
      const rows = renderedRows(offsets, around({ top, bottom: top + 900 }, 600, 200));
      expect(rows.length).toBeLessThanOrEqual((900 + 2 * 800) / 29 + 2);
    }),
    { numRuns: 20 },
  );
});

test('what is held is there wherever one is, and what is gone is not', () => {
  const offsets = new RowOffsets(Array.from({ length: 100 }, () => 100));
  const view = { top: 5000, bottom: 5200 };
  expect(renderedRows(offsets, view, { held: [3, 51, -1, 100] })).toEqual([3, 50, 51, 52]);
  expect(renderedRows(offsets, view, { more: 2 })).toEqual([48, 49, 50, 51, 52, 53, 54]);
  expect(renderedRows(offsets, view, { more: 1000 })).toHaveLength(100);
});

test('a pixel that is scrolled changes nothing, save at a step', () => {
  const of = (top: number) => around({ top, bottom: top + 900 }, 600, 200);
  expect(of(1001)).toEqual(of(1050));
  expect(of(1001)).not.toEqual(of(1250));
});
