import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#server/events/index.js';
import { Tail } from '#server/feed/tail.js';

const START = { position: 0, eventId: '' };

describe('the tail of a feed', () => {
  it.each(Array.from({ length: 12 }, (_, ticks) => ticks))(
    'takes over an event whose hint comes %i ticks after it read that there was nothing more',
    async (ticks) => {
      const log = [1];
      const tail = new Tail(START, readerOf(log, inTicks(ticks)), ({ position, id }) => ({ position, eventId: id }));
      function inTicks(left: number): () => void {
        return () => void Promise.resolve().then(left > 0 ? inTicks(left - 1) : hint);
      }
      function hint(): void {
        if (log.length > 1) return;
        log.push(2);
        void tail.catchUp();
      }
      await tail.catchUp();
      await setImmediate();
      expect(tail.after(0)?.map(({ position }) => position)).toEqual([1, 2]);
    },
  );

  it('keeps the newest, and says where it knows nothing any more', async () => {
    const log = Array.from({ length: 1000 }, (_, index) => index + 1);
    const tail = new Tail(START, readerOf(log), ({ position, id }) => ({ position, eventId: id }));
    await tail.catchUp();
    expect(tail.after(0)).toBeUndefined();
    expect(tail.after(990)?.map(({ position }) => position)).toEqual(log.slice(990));
    expect(tail.after(1000)).toEqual([]);
    const oldest = log.find((position) => tail.after(position) !== undefined) ?? 0;
    expect(tail.after(oldest)?.map(({ position }) => position)).toEqual(log.slice(oldest));
  });

  it('goes on after a read that failed', async () => {
    const log = [1];
    const read = readerOf(log);
    let broken = true;
    const tail = new Tail(
      START,
      (position, limit) => (broken ? Promise.reject(new Error('disk')) : read(position, limit)),
      ({ position, id }) => ({ position, eventId: id }),
    );
    await expect(tail.catchUp()).rejects.toThrow('disk');
    broken = false;
    await tail.catchUp();
    expect(tail.after(0)).toHaveLength(1);
  });
});

/** Reads from a list of positions; `onNothing` runs when there was nothing to read. */
function readerOf(log: readonly number[], onNothing: () => void = () => undefined) {
  return (after: number, limit: number): Promise<LoggedEvent[]> => {
    const found = log.filter((position) => position > after).slice(0, limit);
    if (found.length === 0) onNothing();
    return Promise.resolve(found.map((position) => eventAt(position)));
  };
}

function eventAt(position: number): LoggedEvent {
  const at = new Date(0);
  return {
    position,
    id: String(position),
    roomId: '',
    seq: position,
    type: 'MessageSent',
    actorId: null,
    subjectId: '',
    at,
  };
}
