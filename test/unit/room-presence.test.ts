import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PresenceState, RoomPresence } from '#server/presence/room-presence.js';
import { Watcher } from '#server/rooms/members/watcher.js';

type Watch = AsyncGenerator<PresenceState, void, void>;

const SECOND = 1000;

beforeEach(() => {
  // Turns of the event loop are real: they let the watchers see what is shown.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('whoever begins to watch', () => {
  it('is told the state of now at once, where the last one is long enough ago', async () => {
    const { watch } = aRoom();
    expect(await hereIn(watch('ada'))).toEqual(['ada']);
    vi.advanceTimersByTime(SECOND);
    expect(await hereIn(watch('ben'))).toEqual(['ben', 'ada']);
  });

  it('is told it at once also in a room where somebody came before whom nobody saw', async () => {
    const { room, watch } = aRoom();
    room.enter('ada');
    expect(await hereIn(watch('ben'))).toEqual(['ben', 'ada']);
  });

  it('waits for the next state otherwise, which is the same for all who wait', async () => {
    const { watch } = aRoom();
    const adas = watch('ada');
    await adas.next();
    const waiting = [stateIn(watch('ben')), stateIn(watch('cleo')), stateIn(adas)];
    vi.advanceTimersByTime(SECOND - 1);
    expect(await Promise.race([...waiting, setImmediate('nothing yet')])).toBe('nothing yet');
    vi.advanceTimersByTime(1);
    const [ofBen, ofCleo, ofAda] = await Promise.all(waiting);
    expect(ofBen?.hereIds).toEqual(['cleo', 'ben', 'ada']);
    expect(ofCleo).toBe(ofBen);
    expect(ofAda).toBe(ofBen);
  });

  it('gets what was shown before, where that is true again, and the others get nothing', async () => {
    const { room, watch } = aRoom();
    const adas = watch('ada');
    const first = await stateIn(adas);
    room.setTyping('ada');
    const again = stateIn(watch('ada'));
    room.endTyping('ada');
    const next = stateIn(adas);
    vi.advanceTimersByTime(SECOND);
    expect(await again).toBe(first);
    room.enter('cleo');
    vi.advanceTimersByTime(SECOND);
    expect((await next).hereIds).toEqual(['cleo', 'ada']);
  });
});

describe('whoever watches', () => {
  it('gets one state a second, however many come and go, and in the end the state of now', async () => {
    const { room, watch } = aRoom();
    const seen = collect(watch('ada'));
    for (let round = 0; round < 100; round += 1) {
      room.enter(`guest ${String(round)}`);
      vi.advanceTimersByTime(25);
      if (round % 2 === 0) room.leave(`guest ${String(round)}`);
      await setImmediate();
    }
    vi.advanceTimersByTime(SECOND);
    await setImmediate();
    expect(seen.length).toBeLessThanOrEqual(5);
    expect(seen.at(-1)?.hereCount).toBe(51);
  });

  it('and takes long over one state is told the state of now afterwards, and no two within a second', async () => {
    const { room, watch } = aRoom();
    const adas = watch('ada');
    await adas.next();
    const bens = collect(watch('ben'));
    room.enter('cleo');
    vi.advanceTimersByTime(SECOND);
    await setImmediate();
    vi.advanceTimersByTime(SECOND / 2);
    const late = stateIn(adas);
    vi.advanceTimersByTime(SECOND / 2 - 1);
    expect(await Promise.race([late, setImmediate('nothing yet')])).toBe('nothing yet');
    vi.advanceTimersByTime(1);
    expect((await late).hereIds).toEqual(['cleo', 'ben', 'ada']);
    expect(bens).toEqual([await late]);
  });

  it('is here until they stop', async () => {
    const { watch } = aRoom();
    const going = new AbortController();
    const adas = watch('ada');
    await adas.next();
    const bens = collect(watch('ben', going.signal));
    const first = hereIn(adas);
    vi.advanceTimersByTime(SECOND);
    expect(await first).toEqual(['ben', 'ada']);
    const next = hereIn(adas);
    going.abort();
    await setImmediate();
    vi.advanceTimersByTime(SECOND);
    expect(await next).toEqual(['ada']);
    expect(bens).toHaveLength(1);
  });
});

describe('the presence of a room', () => {
  it('ends with the typing of somebody who never opened the room', () => {
    const onEmpty = vi.fn();
    const room = new RoomPresence('room', onEmpty);
    room.setTyping('ben');
    vi.advanceTimersByTime(5000);
    expect(onEmpty).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(onEmpty).toHaveBeenCalledOnce();
  });

  it('whose last door closes while somebody types ends with the typing', () => {
    const { room, onEmpty } = aRoom();
    room.enter('ada');
    room.setTyping('ada');
    room.leave('ada');
    expect(onEmpty).not.toHaveBeenCalled();
    room.endTyping('ada');
    expect(onEmpty).toHaveBeenCalledOnce();
  });

  it('ends with its last door', () => {
    const { room, onEmpty } = aRoom();
    room.enter('ada');
    room.enter('ben');
    room.leave('ada');
    expect(onEmpty).not.toHaveBeenCalled();
    room.leave('ben');
    expect(onEmpty).toHaveBeenCalledOnce();
  });

  it('that was shown goes on until it may show the next state: who leaves and comes back cannot hurry it', async () => {
    const { watch, onEmpty } = aRoom();
    for (let round = 0; round < 10; round += 1) {
      const going = new AbortController();
      const seen = collect(watch('ada', going.signal));
      await setImmediate();
      expect(seen).toHaveLength(round === 0 ? 1 : 0);
      going.abort();
      await setImmediate();
    }
    expect(onEmpty).not.toHaveBeenCalled();
    vi.advanceTimersByTime(SECOND);
    expect(onEmpty).toHaveBeenCalledOnce();
  });
});

describe('somebody who watches a room', () => {
  it('goes on when a stay before this one ended, whichever is known first', () => {
    const [one, other] = [new Watcher(), new Watcher()];
    one.left(5);
    one.watchesIn({ joinedPosition: 6 });
    other.watchesIn({ joinedPosition: 6 });
    other.left(5);
    expect([one.ended.aborted, other.ended.aborted]).toEqual([false, false]);
  });

  it('ends with this stay, whichever is known first', () => {
    const [one, other] = [new Watcher(), new Watcher()];
    one.left(7);
    one.watchesIn({ joinedPosition: 6 });
    other.watchesIn({ joinedPosition: 6 });
    other.left(7);
    expect([one.ended.aborted, other.ended.aborted]).toEqual([true, true]);
  });
});

function aRoom() {
  const onEmpty = vi.fn();
  const room = new RoomPresence('room', onEmpty);
  const watch = (userId: string, closed = new AbortController().signal): Watch => room.watch(userId, closed);
  return { room, onEmpty, watch };
}

/** Takes what there is to see as it comes. */
function collect(watch: Watch): PresenceState[] {
  const seen: PresenceState[] = [];
  void (async () => {
    for await (const state of watch) seen.push(state);
  })();
  return seen;
}

async function stateIn(watch: Watch): Promise<PresenceState> {
  const { value } = await watch.next();
  if (!value) throw new Error('There is no more to see.');
  return value;
}

async function hereIn(watch: Watch): Promise<readonly string[]> {
  return (await stateIn(watch)).hereIds;
}
