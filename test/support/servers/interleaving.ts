import { Engine } from '#server/database/engine.js';
import type { Lock } from '#server/database/locks.js';
import { DeletedRoomsSweep } from '#server/rooms/index.js';
import { expect } from 'vitest';
import type { TestServer } from './server.js';

/** What two changes did to each other, and the locks that both of them asked for. */
interface Interleaved<First, Second> {
  readonly first: First;
  readonly second: Second;
  readonly shared: readonly string[];
}

/**
 * Lets a first request come as far as to where its change is about to take its locks, has a second one done from its beginning to its end,
 * and lets the first go on. Whatever the first one checked before its locks is out of date by then. Everything is real, and at one place a
 * request waits: where on a server with many writers it would wait for a lock, or not, as it names them.
 */
export async function interleaved<First, Second>(
  server: TestServer,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<Interleaved<First, Second>> {
  // What is still removed of another room would be taken for the first one.
  await server.app.get(DeletedRoomsSweep).isDone();
  const { transaction, engine } = original(server);
  const asked = Promise.withResolvers<undefined>();
  const goOn = Promise.withResolvers<undefined>();
  const locks = { first: new Set<string>(), second: new Set<string>() };
  let turn: keyof typeof locks = 'first';
  let isOver = false;
  engine.transaction = async (wanted, change) => {
    const whose = turn;
    for (const lock of wanted) locks[whose].add(nameOf(lock));
    if (whose === 'first' && !isOver) {
      turn = 'second';
      asked.resolve(undefined);
      await goOn.promise;
    }
    return transaction(wanted, change);
  };
  try {
    const held = first();
    // A request that is refused before it changes anything is held nowhere.
    await Promise.race([asked.promise, held]);
    expect(turn, 'the first one writes').toBe('second');
    const done = await second();
    isOver = true;
    turn = 'first';
    goOn.resolve(undefined);
    return { first: await held, second: done, shared: [...locks.first].filter((lock) => locks.second.has(lock)) };
  } finally {
    goOn.resolve(undefined);
    engine.transaction = transaction;
  }
}

/** The same for changes of which one has to wait for the other: they share a lock, so that with many writers it does. */
export async function oneAfterTheOther<First, Second>(
  server: TestServer,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<Interleaved<First, Second>> {
  const both = await interleaved(server, first, second);
  expect(both.shared, 'locks that both changes take').not.toEqual([]);
  return both;
}

function original(server: TestServer) {
  const engine = server.app.get(Engine);
  return { engine, transaction: engine.transaction.bind(engine) };
}

function nameOf({ kind, id }: Lock): string {
  return `${kind}:${id}`;
}
