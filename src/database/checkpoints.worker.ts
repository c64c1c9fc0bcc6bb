import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { CheckpointAnswer, CheckpointOrder } from './checkpoints.js';

/** A connection of its own, in a thread of its own: it may wait for the disk as long as the disk takes. */
const database = new Sqlite(String(workerData), { fileMustExist: true, timeout: 0 });
database.pragma('synchronous = FULL');
database.pragma('wal_autocheckpoint = 0');

parentPort?.on('message', (order: CheckpointOrder) => {
  if (order === 'end') {
    database.close();
    parentPort?.close();
  } else parentPort?.postMessage(answerTo(order));
});

function answerTo(order: CheckpointOrder): CheckpointAnswer {
  try {
    const isWhole = copy();
    if (order === 'begin again' && isWhole) beginAgain();
    return {};
  } catch (error) {
    return { fault: String(error) };
  }
}

/** Writes what the log holds into the database, as far as nobody reads from before, and syncs both. Nobody waits for it. */
function copy(): boolean {
  const [done] = database.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[];
  return done !== undefined && done.log === done.checkpointed;
}

/** The first write after the log was copied whole begins it again, and syncs its first page before it goes on: so that one is made here, and changes nothing. */
function beginAgain(): void {
  database.pragma(`user_version = ${String(database.pragma('user_version', { simple: true }))}`);
}
