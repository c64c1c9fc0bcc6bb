import { setTimeout as later } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Checkpoints } from '../../../dist/server/database/checkpoints.js';

/** A process that has written, closes after or during a copy of the log, and has nothing else to do. Its arguments are the file of a database and one of these words. */
const [, , file, moment] = process.argv;
const database = new Database(file);
database.pragma('journal_mode = wal');
database.exec('create table said (body text)');
const position = database.prepare('pragma wal_checkpoint(NOOP)');
const checkpoints = new Checkpoints(
  file,
  () => position.get().log,
  // Others still write meanwhile.
  (run) => later(200).then(run),
);
// Something else keeps the process until here, as the sockets of a server do.
const keeping = setInterval(() => undefined, 1000);
const copied = checkpoints.runIfDue(1_000_000);
if (moment === 'after') await copied;
clearInterval(keeping);
await checkpoints.close();
database.close();
console.log('closed');
