import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Person, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { callsIn, type SystemCall, tracing, whyNoTracing } from '../support/servers/system-calls.js';

const obstacle = whyNoTracing();
let starts = 0;
const server =
  obstacle === undefined
    ? await aSpawnedServer({ under: (folder) => tracing(join(folder, `calls-${String((starts += 1))}`)) })
    : undefined;

it('the system is asked to sync a message to the disk before its answer is written, and nobody else waits for it, on a new database and on one that a killed server left', async (context) => {
  if (!server) return context.skip(obstacle);
  const ada = await Person.registers(server, 'ada');
  const ben = await Person.registers(server, 'ben');
  const room = await aRoom(ada, [ben]);
  for (const start of [1, 2]) {
    const bodies = Array.from({ length: 30 }, (_, n) => `[start ${String(start)}, message ${String(n)}]`);
    await using socket = await ben.opensSocket();
    await Promise.all(
      bodies.map((body, n) =>
        n % 2 === 0 ? ada.says(body, room) : socket.subscribes(SEND, { input: { roomId: room.id, body } }).next(),
      ),
    );
    await server.killAndStart();
    const calls = callsIn(join(server.folder, `calls-${String(start)}`));
    expect(bodies.map((body) => waysTo(body, calls))).toEqual(bodies.map(() => ['log', 'sync', 'answer']));
    const first = calls.findIndex(({ text }) => text.includes(bodies[0] ?? ''));
    expect(calls.slice(first).filter(({ name, isByMain }) => isByMain && isSync(name))).toEqual([]);
  }
});

/** What happened to a message, in its order: written to the write-ahead log, synced there, answered. */
function waysTo(body: string, calls: readonly SystemCall[]): string[] {
  const logged = calls.findIndex(({ target, text }) => target.endsWith('-wal') && text.includes(body));
  const synced = calls.findIndex(
    ({ name, target }, place) => place > logged && target.endsWith('-wal') && isSync(name),
  );
  const answered = calls.findIndex(({ target, text }) => target.startsWith('socket:') && text.includes(body));
  return Object.entries({ log: logged, sync: synced, answer: answered })
    .filter(([, place]) => place >= 0)
    .toSorted(([, one], [, other]) => one - other)
    .map(([way]) => way);
}

function isSync(name: string): boolean {
  return /^f(data)?sync$/.test(name);
}
