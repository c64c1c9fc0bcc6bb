import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { OpenSubscriptions } from '#server/api/sockets/open-subscriptions.js';

it('a subscription counts until it is over, however that comes about', async () => {
  const open = new OpenSubscriptions();
  let over = 0;
  const [first, second] = ['1', '2'].map((id) => open.hold(id, quiet(), () => (over += 1)));
  expect(open.size).toBe(2);
  await first?.return();
  await first?.return();
  expect([open.size, over]).toEqual([1, 1]);
  await second?.next();
  expect([open.size, over]).toEqual([0, 2]);
});

it('one that fails counts no longer', async () => {
  const open = new OpenSubscriptions();
  const held = open.hold('1', failing(), () => undefined);
  await expect(held.next()).rejects.toThrow('Gone.');
  expect(open.size).toBe(0);
});

it('one that nobody else knows of ends with its socket, also where it opens later', async () => {
  const open = new OpenSubscriptions();
  const overs: string[] = [];
  open.hold('1', quiet(), () => overs.push('lost'));
  open.end();
  open.hold('2', quiet(), () => overs.push('late'));
  await expect.poll(() => overs).toEqual(['lost', 'late']);
  expect(open.size).toBe(0);
});

it('one that is ended is over at once, whatever it still waits for, and its id is free a turn later', async () => {
  const open = new OpenSubscriptions();
  const held = open.hold('1', endless(), () => undefined);
  const last = held.next();
  void held.return();
  expect(open.isEnding('1')).toBe(true);
  expect(await last).toMatchObject({ done: true });
  await nextTurn();
  expect(open.isEnding('1')).toBe(false);
});

async function* quiet(): AsyncGenerator<never, void, void> {
  yield* await Promise.resolve([]);
}

async function* endless(): AsyncGenerator<never, void, void> {
  yield* await new Promise<never[]>(() => undefined);
}

async function* failing(): AsyncGenerator<never, void, void> {
  yield* await Promise.reject<never[]>(new Error('Gone.'));
}
