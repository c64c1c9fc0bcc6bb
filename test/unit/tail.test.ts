import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Tail } from '#server/feed/tail.js';
import { eventAt, numbersTo, partOf } from '../support/measures/log-part.js';

const START = { position: 0, eventId: '' };

describe('the tail of a feed', () => {
  it.each(Array.from({ length: 12 }, (_, ticks) => ticks))(
    'takes over an event whose hint comes %i ticks after it read that there was nothing more',
    async (ticks) => {
      const log = [1];
      const { part } = partOf(log, inTicks(ticks));
      const tail = new Tail(START, part);
      function inTicks(left: number): () => void {
        return () => void Promise.resolve().then(left > 0 ? inTicks(left - 1) : hint);
      }
      function hint(): void {
        if (log.length > 1) return;
        log.push(2);
        void tail.hear(eventAt(2));
      }
      await tail.catchUp();
      await setImmediate();
      expect(positionsIn(tail)).toEqual([1, 2]);
    },
  );

  it('keeps the newest, and says where it knows nothing any more', async () => {
    const log = numbersTo(1000);
    const tail = new Tail(START, partOf(log).part);
    await tail.catchUp();
    expect(tail.after(0)).toBeUndefined();
    expect(positionsIn(tail, 990)).toEqual(log.slice(990));
    expect(tail.after(1000)).toEqual([]);
    const oldest = log.find((position) => tail.after(position) !== undefined) ?? 0;
    expect(positionsIn(tail, oldest)).toEqual(log.slice(oldest));
    expect(tail.isNothingBetween(0, oldest)).toBe(false);
    expect(tail.isNothingBetween(oldest, oldest)).toBe(true);
  });

  it('goes on after a read that failed', async () => {
    const { part } = partOf([1]);
    let broken = true;
    const tail = new Tail(START, {
      ...part,
      after: (position, limit) => (broken ? Promise.reject(new Error('disk')) : part.after(position, limit)),
    });
    await expect(tail.catchUp()).rejects.toThrow('disk');
    broken = false;
    await tail.catchUp();
    expect(positionsIn(tail)).toEqual([1]);
  });

  it('grows by what it hears, and reads nothing for that', async () => {
    const log = [1];
    const { part, reads } = partOf(log);
    const tail = new Tail(START, part);
    await tail.catchUp();
    const before = reads();
    for (const position of [2, 3, 4]) {
      log.push(position);
      await tail.hear(eventAt(position));
    }
    expect(positionsIn(tail)).toEqual([1, 2, 3, 4]);
    expect(reads()).toBe(before);
  });

  it.each([
    ['was lost', [3, 4]],
    ['came late', [4, 3, 2]],
    ['came twice', [2, 2, 3, 2, 4]],
  ])('has every event once and in order, where a hint %s', async (_, heard) => {
    const tail = new Tail(START, partOf([1, 2, 3, 4]).part);
    await tail.hear(eventAt(1));
    for (const position of heard) await tail.hear(eventAt(position));
    expect(positionsIn(tail)).toEqual([1, 2, 3, 4]);
  });

  it('reaches back to what was before it began, and reads that once however many ask', async () => {
    const log = numbersTo(900);
    const { part, reads } = partOf(log);
    const tail = new Tail({ position: 900, eventId: '900' }, part);
    expect(tail.after(880)).toBeUndefined();
    await Promise.all(numbersTo(1000).map(() => tail.reachBack()));
    expect(reads()).toBe(1);
    expect(positionsIn(tail, 880)).toEqual(log.slice(880));
    expect(tail.after(100)).toBeUndefined();
  });

  it('that has reached back to the beginning has all there is', async () => {
    const tail = new Tail({ position: 90, eventId: '90' }, partOf(numbersTo(3).map((number) => number * 30)).part);
    await tail.reachBack();
    expect(positionsIn(tail, 0)).toEqual([30, 60, 90]);
  });
});

function positionsIn(tail: Tail, after = 0): number[] | undefined {
  return tail.after(after)?.map(({ position }) => position);
}
