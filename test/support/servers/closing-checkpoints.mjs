import Database from 'better-sqlite3';
import { Checkpoints } from '../../../dist/server/database/checkpoints.js';

/** A process that has written, had the log copied, closes, and has nothing else to do. Its argument is the file of a database. */
const [, , file] = process.argv;
const database = new Database(file);
database.pragma('journal_mode = wal');
database.exec('create table said (body text)');
const checkpoints = new Checkpoints(
  file,
  () => 0,
  (run) => run(),
);
// Something else keeps the process until here, as the sockets of a server do.
const keeping = setInterval(() => undefined, 1000);
await checkpoints.runIfDue(1_000_000);
clearInterval(keeping);
await checkpoints.close();
console.log('closed');
