import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogPages } from '#server/feed/log-pages.js';
import { countedByPosition, numbersTo, partOf } from '../support/measures/log-part.js';

/** Where a room's events are in the whole log, which has others between them. */
const places = fc
  .uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 600 })
  .map((some) => some.toSorted((a, b) => a - b));
const everyThird = (count: number): number[] => numbersTo(count).map((number) => number * 3);

describe('the older pages of a feed', () => {
  it.each([
    ['of a room', partOf],
    ['of all rooms, also where numbers were left out', countedByPosition],
  ])('%s give what comes next, without a gap, wherever it is asked from and in whatever order', async (_, inMemory) => {
    await fc.assert(
      fc.asyncProperty(places, fc.array(fc.nat(2100), { minLength: 1, maxLength: 40 }), async (log, asked) => {
        const pages = new LogPages(inMemory(log).part);
        for (const place of asked) {
          const found = (await pages.after(place)).map(({ position }) => position);
          const next = log.filter((position) => position > place);
          expect(found).toEqual(next.slice(0, found.length));
          expect(found.length > 0).toBe(next.length > 0);
        }
      }),
    );
  });

  it('are read once each, however many ask and from however many places', async () => {
    const { part, reads } = partOf(everyThird(1000));
    const pages = new LogPages(part);
    for (let round = 0; round < 2; round += 1)
      await Promise.all(Array.from({ length: 3000 }, (_, place) => pages.after(place)));
    expect(reads()).toBe(10);
  });

  it('give the same objects to all: what is made of an event is made once', async () => {
    const pages = new LogPages(partOf(numbersTo(300)).part);
    const [[first], [again]] = [await pages.after(120), await pages.after(120)];
    expect(first?.position).toBe(121);
    expect((await pages.after(110))[10]).toBe(first);
    expect(again).toBe(first);
  });

  it('go on with what was added', async () => {
    const log = numbersTo(150);
    const pages = new LogPages(partOf(log).part);
    expect(await pages.after(150)).toEqual([]);
    expect((await pages.after(140)).at(-1)?.position).toBe(150);
    log.push(151);
    expect((await pages.after(150)).map(({ position }) => position)).toEqual([151]);
  });

  it('are kept for as long as somebody asks for them, and no longer', async () => {
    const { part, reads } = partOf(numbersTo(300));
    const pages = new LogPages(part);
    for (let round = 0; round < 5; round += 1) {
      await pages.after(100);
      pages.age();
    }
    expect(reads()).toBe(1);
    pages.age();
    await pages.after(100);
    expect(reads()).toBe(2);
  });

  it('are kept in a bounded number', async () => {
    const { part, reads } = partOf(numbersTo(10_000));
    const pages = new LogPages(part);
    for (let place = 0; place < 10_000; place += 100) await pages.after(place);
    expect(reads()).toBe(100);
    await pages.after(9900);
    expect(reads()).toBe(100);
    await pages.after(0);
    expect(reads()).toBe(101);
  });

  it('can be read again after a read that failed', async () => {
    const { part } = partOf(numbersTo(10));
    let broken = true;
    const pages = new LogPages({
      ...part,
      page: (position, size) => (broken ? Promise.reject(new Error('disk')) : part.page(position, size)),
    });
    await expect(pages.after(0)).rejects.toThrow('disk');
    broken = false;
    expect(await pages.after(0)).toHaveLength(10);
  });
});
