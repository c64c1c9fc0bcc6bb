// Preloaded into a server, in its own process: breaks it where and when a test says. Nothing of this is in the server itself.
import { subscribe } from 'node:diagnostics_channel';
import files from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';

const Database = createRequire(import.meta.url)('better-sqlite3');
const databases = new Set();
/** The steps that change what is on the disk since the count began. */
let steps = [];
/** The nth step of this name, never taken. */
let dieBefore = { name: 'none', nth: 1 };

process.on('message', (order) => {
  if (order.pragma) {
    for (const database of databases) database.pragma(order.pragma);
    process.send({ done: order.pragma });
  } else if (order.dieBeforeStep) {
    steps = [];
    dieBefore = order.dieBeforeStep;
    process.send({ done: 'armed' });
  } else if (order.countSteps) {
    if (order.countSteps === 'begin') steps = [];
    process.send(steps);
  }
});
process.channel?.unref();

const { prepare } = Database.prototype;
Database.prototype.prepare = function (sql) {
  if (!this.readonly) databases.add(this);
  return prepare.call(this, sql);
};

for (const name of ['open', 'mkdir', 'rename', 'rm']) wrap(files, name);
const probe = await files.open('/dev/null');
const handle = Object.getPrototypeOf(probe);
await probe.close();
for (const name of ['writeFile', 'sync', 'datasync']) wrap(handle, name);
syncBuiltinESMExports();

// The row is on disk, and nobody has been told.
subscribe('tertulia:commit', () => step('commit'));

function wrap(owner, name) {
  const original = owner[name];
  owner[name] = function (...given) {
    step(name);
    return original.apply(this, given);
  };
}

function step(name) {
  steps.push(name);
  if (name === dieBefore.name && steps.filter((taken) => taken === name).length === dieBefore.nth)
    process.kill(process.pid, 'SIGKILL');
}
