import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { GroupCommit } from '#server/database/group-commit.js';
import { NO_LOCKS, type Transaction } from '#server/database/index.js';

const WRITERS = 8;
const SLOW_DISK_MILLISECONDS = 40;

/** Changes nothing: what is looked at is who is together. */
const NOTHING: Transaction = {
  get em(): never {
    throw new Error('No entity is asked for.');
  },
  rows: () => Promise.resolve([]),
  isOpen: () => true,
  afterCommit: () => undefined,
};

it('on a slow disk those who came during a sync wait for those who were answered by it, and all share the next one', async () => {
  const together: number[] = [];
  let changes = 0;
  let sayFirstIsWritten = (): void => undefined;
  const firstIsWritten = new Promise<void>((resolve) => (sayFirstIsWritten = resolve));
  const group = new GroupCommit(async (_, change) => {
    const before = changes;
    const result = await change(NOTHING);
    together.push(changes - before);
    sayFirstIsWritten();
    await pause(SLOW_DISK_MILLISECONDS);
    return result;
  });
  const write = (): Promise<void> =>
    group.join(NO_LOCKS, () => {
      changes += 1;
      return Promise.resolve();
    });
  const writesAgainAndAgain = async (): Promise<void> => {
    // Whoever is answered writes again a moment later, as over a network.
    while (!together.includes(WRITERS) && together.length < 20) {
      await write();
      await pause(1);
    }
  };

  const first = Array.from({ length: WRITERS / 2 }, writesAgainAndAgain);
  await firstIsWritten;
  const later = Array.from({ length: WRITERS / 2 }, writesAgainAndAgain);
  await Promise.all([...first, ...later]);

  expect(together).toContain(WRITERS);
});
