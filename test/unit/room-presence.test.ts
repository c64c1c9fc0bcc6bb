import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PresenceState, RoomPresence } from '#server/presence/room-presence.js';
import { Watcher } from '#server/presence/watcher.js';

type Watch = AsyncGenerator<PresenceState, void, void>;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('whoever begins to watch', () => {
  it('is told the state of now, also where the others are not told yet', async () => {
    const { room, watch } = aRoomOf('ada');
    const adas = watch();
    expect(await hereIn(adas)).toEqual(['ada']);
    room.enter('ben');
    const bens = watch();
    expect(await hereIn(bens)).toEqual(['ben', 'ada']);
    const next = hereIn(adas);
    vi.advanceTimersByTime(1000);
    expect(await next).toEqual(['ben', 'ada']);
  });

  it('is told when all is again as it was shown to the others, who are told nothing', async () => {
    const { room, watch } = aRoomOf('ada');
    const adas = watch();
    await adas.next();
    room.setTyping('ada');
    const bens = watch();
    expect((await stateIn(bens)).typingIds).toEqual(['ada']);
    room.endTyping('ada');
    const [nextOfBen, nextOfAda] = [stateIn(bens), stateIn(adas)];
    vi.advanceTimersByTime(1000);
    expect((await nextOfBen).typingIds).toEqual([]);
    room.enter('cleo');
    expect((await nextOfAda).hereIds).toEqual(['cleo', 'ada']);
  });

  it('is told nothing twice, and every change in the same object as the others', async () => {
    const { room, watch } = aRoomOf('ada');
    const [adas, bens] = [watch(), watch()];
    expect(await stateIn(adas)).toBe(await stateIn(bens));
    room.enter('ben');
    const late = watch();
    await late.next();
    const changes = Promise.all([stateIn(adas), stateIn(bens)]);
    const nextOfLate = stateIn(late);
    vi.advanceTimersByTime(1000);
    const [one, other] = await changes;
    expect(one).toBe(other);
    room.enter('cleo');
    vi.advanceTimersByTime(1000);
    expect((await nextOfLate).hereIds).toEqual(['cleo', 'ben', 'ada']);
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
    const { room, onEmpty } = aRoomOf('ada');
    room.setTyping('ada');
    room.leave('ada');
    expect(onEmpty).not.toHaveBeenCalled();
    room.endTyping('ada');
    expect(onEmpty).toHaveBeenCalledOnce();
  });

  it('ends with its last door', () => {
    const { room, onEmpty } = aRoomOf('ada');
    room.enter('ben');
    room.leave('ada');
    expect(onEmpty).not.toHaveBeenCalled();
    room.leave('ben');
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

/** A room where somebody has been for long enough that the others know. */
function aRoomOf(userId: string) {
  const onEmpty = vi.fn();
  const room = new RoomPresence('room', onEmpty);
  vi.advanceTimersByTime(1000);
  room.enter(userId);
  return { room, onEmpty, watch: (): Watch => room.watch(new AbortController().signal) };
}

async function stateIn(watch: Watch): Promise<PresenceState> {
  const { value } = await watch.next();
  if (!value) throw new Error('There is no more to see.');
  return value;
}

async function hereIn(watch: Watch): Promise<readonly string[]> {
  return (await stateIn(watch)).hereIds;
}
