import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameList, renderedList, type RenderedList, type RowSection } from './rendered-list';
import { RowOffsets } from './row-offsets';

/** A list in sections of some rows each, the first of each being its heading. */
const lists = fc
  .array(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 })
  .map((parts) => {
    const sections: RowSection[] = [];
    let start = 0;
    for (const part of parts) {
      sections.push({ start, end: start + part.length });
      start += part.length;
    }
    return { sizes: parts.flat(), sections };
  });

/** How tall it all is, and where each row stands, as a browser lays it out: margins, rows and paddings one below the other. */
function laidOut({ sections, after }: RenderedList, sizes: readonly number[]) {
  const tops = new Map<number, number>();
  let at = 0;
  for (const section of sections) {
    at += section.before;
    tops.set(section.start, at);
    at += sizes[section.start] ?? 0;
    for (const { index, before } of section.rows) {
      at += before;
      tops.set(index, at);
      at += sizes[index] ?? 0;
    }
    at += section.after;
  }
  return { tops, height: at + after };
}

test('whichever rows are in the page, each stands where it would stand if all were, and the list is as tall', () => {
  fc.assert(
    fc.property(lists, fc.array(fc.nat(63)), ({ sizes, sections }, some) => {
      const offsets = new RowOffsets(sizes);
      const indexes = [...new Set(some.filter((index) => index < sizes.length))].sort((a, b) => a - b);
      const { tops, height } = laidOut(renderedList(sections, offsets, indexes), sizes);
      expect(height).toBe(offsets.total);
      for (const index of indexes) expect(tops.get(index)).toBe(offsets.top(index));
      for (const [index, top] of tops) expect(top).toBe(offsets.top(index));
    }),
  );
});

test('the heading of a section is there with any row of it', () => {
  const offsets = new RowOffsets([50, 10, 10, 50, 10]);
  const sections = [
    { start: 0, end: 3 },
    { start: 3, end: 5 },
  ];
  expect(renderedList(sections, offsets, [2]).sections).toEqual([
    { start: 0, end: 3, before: 0, rows: [{ index: 2, before: 10 }], after: 0 },
  ]);
  expect(renderedList(sections, offsets, [4]).sections).toEqual([
    { start: 3, end: 5, before: 70, rows: [{ index: 4, before: 0 }], after: 0 },
  ]);
});

test('two lists are the same where nothing on the page would change', () => {
  const offsets = new RowOffsets([50, 10, 10]);
  const list = (...indexes: number[]) => renderedList([{ start: 0, end: 3 }], offsets, indexes);
  expect(isSameList(list(1, 2), list(1, 2))).toBe(true);
  expect(isSameList(list(1), list(1, 2))).toBe(false);
  expect(isSameList(list(1), list(2))).toBe(false);
});
