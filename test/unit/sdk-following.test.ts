import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { feedStep, followFeed, type Following } from '../../packages/sdk/dist/live/follow.js';
import type { LineSink } from '../../packages/sdk/dist/live/line.js';
import { TertuliaError } from '@tertulia/sdk';

const OFFLINE = new TertuliaError('OFFLINE', 'The server cannot be reached.');
const RAN_OUT = { error: null, closeCode: 4403 };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('while no token can be obtained, because nothing answers for hours, it is tried again until something does', async () => {
  const { following, sinks, stop } = aFollowing();
  let failures = 0;
  const replace = vi.fn(() => (failures++ < 1_000 ? Promise.reject(OFFLINE) : Promise.resolve()));
  const over = followFeed(null, { ...following, tokens: { current: () => Promise.resolve('old'), replace } });
  for (let tries = 0; tries < 1_001; tries += 1) {
    await vi.advanceTimersByTimeAsync(10_000);
    sinks.at(-1)?.ended(RAN_OUT);
    await vi.advanceTimersByTimeAsync(10_000);
  }
  expect(replace.mock.calls.length).toBeGreaterThan(1_000);
  stop();
  await over;
});

test('what was handled and could not be told comes again, and ends nothing', async () => {
  const { following, sinks, stop, opened } = aFollowing();
  const settle = vi.fn(() => Promise.reject(OFFLINE));
  const over = followFeed(null, { ...following, settle });
  await vi.advanceTimersByTimeAsync(0);
  sinks[0]?.next({ data: { events: { cursor: 'one', event: {}, mark: null } } });
  await vi.advanceTimersByTimeAsync(0);
  sinks[0]?.ended({ error: OFFLINE, closeCode: 1006 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(settle).toHaveBeenCalledOnce();
  expect(opened).toEqual([null, 'one']);
  stop();
  await over;
});

test('a token that its owner cannot replace ends the feed', async () => {
  const { following, sinks } = aFollowing();
  const refused = new TertuliaError('UNAUTHENTICATED', 'Sign in again.');
  const tokens = { current: () => Promise.resolve('old'), replace: () => Promise.reject(refused) };
  const over = expect(followFeed(null, { ...following, tokens })).rejects.toBe(refused);
  await vi.advanceTimersByTimeAsync(0);
  sinks[0]?.ended(RAN_OUT);
  await vi.advanceTimersByTimeAsync(10_000);
  await over;
});

test('a feed that says nothing for too long is hung up on, and one that may be silent is not', async () => {
  for (const isNeverSilent of [true, false]) {
    const { following, stop, terminated } = aFollowing();
    const over = followFeed(null, { ...following, isNeverSilent });
    await vi.advanceTimersByTimeAsync(50_000);
    expect(terminated()).toBe(isNeverSilent ? 1 : 0);
    stop();
    await over;
  }
});

/** A feed whose line is the test itself. */
function aFollowing() {
  const stopping = new AbortController();
  const sinks: LineSink[] = [];
  const opened: (string | null)[] = [];
  let hangUps = 0;
  const following: Following<{ cursor: string }> = {
    line: {
      subscribe: (_text, _variables, sink) => {
        sinks.push(sink);
        return () => undefined;
      },
      terminate: () => {
        hangUps += 1;
      },
    },
    tokens: { current: () => Promise.resolve('token'), replace: () => Promise.resolve() },
    text: '',
    variablesAt: (cursor) => {
      opened.push(cursor);
      return {};
    },
    isNeverSilent: true,
    stepIn: feedStep,
    handle: () => undefined,
    settle: () => Promise.resolve(),
    readAnew: (error) => Promise.reject(error),
    onTrouble: () => undefined,
    signal: stopping.signal,
  };
  const stop = () => {
    stopping.abort();
  };
  return { following, sinks, opened, stop, terminated: () => hangUps };
}
