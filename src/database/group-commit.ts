import { setImmediate as nextTurn } from 'node:timers/promises';
import { DatabaseUnavailable } from './database.errors.js';
import { query } from './dialect/index.js';
import { allOf, type Locks } from './locks.js';
import { announcingTo, type Transaction } from './transaction.js';

type Change<T> = (tx: Transaction) => Promise<T>;
type Write = <T>(locks: Locks, change: Change<T>) => Promise<T>;

/** What a change waits with: it runs, and then tells its caller how it went, once that is certain. */
interface Waiting {
  readonly locks: Locks;
  run(tx: Transaction): Promise<() => void>;
  fail(error: unknown): void;
}

/** A group holds the database for some milliseconds; those who come later are in the next. */
const MAX_IN_GROUP = 200;

/**
 * Those who were answered write again at about the same time. A commit that began with the first of them, or with those who came
 * while the last one was synced, would let all the others wait for a second sync; so it waits for most of them first, for at
 * most a third of what the last one took. A fast disk needs no wait.
 */
const PART_OF_WRITERS = 0.9;
const PART_TO_GATHER = 1 / 3;
const MAX_GATHER_MILLISECONDS = 8;
const SLOW_COMMIT_MILLISECONDS = 10;

const CHANGES_SO_FAR = query('select total_changes() as changes');

/**
 * Changes that wait together are committed together: one sync to disk serves them all, and none is answered before it. One that
 * fails fails alone. They run one after the other, in the order in which they came, each as if it were alone.
 */
export class GroupCommit {
  private readonly waiting: Waiting[] = [];
  private working = false;
  /** How many wrote while the last commit was made, for it or the next one, and how long it took. */
  private last = { writers: 0, milliseconds: 0 };
  /** Ends the wait for the others, while there is one. */
  private endWait: (() => void) | undefined;

  constructor(private readonly write: Write) {}

  join<T>(locks: Locks, change: Change<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({
        locks,
        run: async (tx) => {
          const result = await change(tx);
          return () => {
            resolve(result);
          };
        },
        fail: reject,
      });
      if (this.areMostThere()) this.endWait?.();
      if (!this.working) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.waiting.length > 0) {
      await this.gather();
      const group = this.waiting.splice(0, MAX_IN_GROUP);
      const begun = performance.now();
      await this.commit(group);
      this.last = { writers: group.length + this.waiting.length, milliseconds: performance.now() - begun };
    }
    this.working = false;
  }

  private async gather(): Promise<void> {
    // Only in a turn of the event loop does anything else arrive. It costs a lone change microseconds.
    await nextTurn();
    const { milliseconds } = this.last;
    if (milliseconds < SLOW_COMMIT_MILLISECONDS || this.areMostThere()) return;
    await this.waitForOthers(Math.min(MAX_GATHER_MILLISECONDS, milliseconds * PART_TO_GATHER));
  }

  private areMostThere(): boolean {
    return this.waiting.length >= Math.min(MAX_IN_GROUP, this.last.writers * PART_OF_WRITERS);
  }

  private async waitForOthers(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, milliseconds);
      this.endWait = () => {
        clearTimeout(late);
        resolve();
      };
    });
    this.endWait = undefined;
  }

  private async commit(group: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.write(allOf(group.map(({ locks }) => locks)), (tx) => runAll(tx, group));
      for (const answer of answers) answer();
    } catch (error) {
      // Nothing of the group is on disk. Alone, only the one that is to blame fails; a disk that fails would fail each of them.
      if (group.length === 1 || error instanceof DatabaseUnavailable) for (const change of group) change.fail(error);
      else for (const change of group) await this.commit([change]);
    }
  }
}

async function runAll(tx: Transaction, group: readonly Waiting[]): Promise<(() => void)[]> {
  const answers: (() => void)[] = [];
  for (const change of group) answers.push(await runOne(tx, change));
  return answers;
}

/** A refusal that comes before anything is written takes out nobody else; past that, only a rollback of all undoes it. */
async function runOne(tx: Transaction, change: Waiting): Promise<() => void> {
  const afterwards: (() => void)[] = [];
  const before = await changesSoFar(tx);
  try {
    const answer = await change.run(announcingTo(afterwards, tx));
    for (const run of afterwards) tx.afterCommit(run);
    return answer;
  } catch (error) {
    // Ended by SQLite itself, nothing of the group is there any more, and what came next would be written outside of it.
    if (!tx.isOpen() || (await changesSoFar(tx)) !== before) throw error;
    return () => {
      change.fail(error);
    };
  }
}

/** How many rows the connection has changed since it was opened. */
async function changesSoFar(tx: Transaction): Promise<number | undefined> {
  const [row] = await tx.rows<{ changes: number }>(CHANGES_SO_FAR, []);
  return row?.changes;
}
