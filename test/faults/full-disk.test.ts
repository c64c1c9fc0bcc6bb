import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type FeedAnswer, itemOf, ROOM_EVENTS } from '../support/feeds/feed.js';
import { AnsweredWithErrors } from '../support/requests/graphql.js';
import { Oracle } from '../support/oracle/oracle.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer, type SpawnedServer } from '../support/servers/spawned-server.js';

const LONG = 'a'.repeat(8000);

it('a database that may not grow takes no more, is read on, and takes more as soon as it may grow again', async () => {
  const server = await aSpawnedServer({ isProbed: true, isSabotaged: true });
  await fillsAndRecovers(server, {
    fill: () => server.sabotage({ pragma: 'max_page_count = 1' }),
    makeRoom: () => server.sabotage({ pragma: 'max_page_count = 1000000' }),
  });
});

it('a file that may not grow (ulimit) is no end either: the log is written from its beginning again', async (context) => {
  if (process.platform === 'win32') return context.skip('There are no such limits here.');
  // In units of 512 or 1024 bytes, as the shell has it. A log of this length is worked into a database that is shorter than itself:
  // most of its pages are there already, and what the migrations wrote takes a fifth. Node itself ignores SIGXFSZ.
  const server = await aSpawnedServer({
    isProbed: true,
    isSabotaged: true,
    under: () => ['sh', '-c', 'ulimit -f 8000; exec "$@"', 'sh'],
  });
  await fillsAndRecovers(server, {
    fill: () => server.sabotage({ pragma: 'wal_autocheckpoint = 0' }),
    makeRoom: () => server.sabotage({ pragma: 'wal_checkpoint(TRUNCATE)' }),
  });
});

it('a disk that is full takes no more, is read on, and takes more as soon as there is room (needs the right to mount)', async (context) => {
  // Not within the server's own folder, which goes first.
  const disk = mkdtempSync(join(tmpdir(), 'tertulia-small-disk-'));
  const isMounted = mounts(disk);
  onTestFinished(() => {
    if (isMounted) execFileSync('umount', ['-l', disk]);
    rmdirSync(disk);
  });
  if (!isMounted) return context.skip('Nothing may be mounted here.');
  const server = await aSpawnedServer({
    isProbed: true,
    environment: () => ({ DATABASE_URL: `sqlite:${join(disk, 'tertulia.db')}` }),
  });
  const ballast = join(disk, 'ballast');
  await fillsAndRecovers(server, {
    fill: () => {
      writeFileSync(ballast, Buffer.alloc(1_500_000));
    },
    makeRoom: () => {
      truncateSync(ballast, 0);
    },
    databaseFolder: disk,
  });
});

interface Disk {
  readonly fill: () => unknown;
  readonly makeRoom: () => unknown;
  readonly databaseFolder?: string;
}

/** People write until nothing goes any more; what they read and follow goes on, and so does writing once there is room. */
async function fillsAndRecovers(server: SpawnedServer, { fill, makeRoom, databaseFolder }: Disk): Promise<void> {
  using oracle = await Oracle.of(server, databaseFolder);
  const people = await Promise.all(['ada', 'ben', 'cleo'].map((name) => Person.registers(server, name)));
  const [ada, ben, cleo] = people;
  if (!ada || !ben || !cleo) throw new Error('Three have registered.');
  const room = await aRoom(ada, [ben, cleo]);
  await using socket = await ben.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: room.eventCursor });
  await fill();
  const refusals = await Promise.all([ada, cleo].map((writer) => writesUntilRefused(writer)));
  expect(refusals.flat()).toEqual(['SERVICE_UNAVAILABLE', 'SERVICE_UNAVAILABLE']);
  await Promise.all(
    Array.from({ length: 30 }, (_, count) =>
      ada.says(LONG, room, { nonce: `full ${String(count)}` }).catch((error: unknown) => error),
    ),
  );
  await Promise.all(people.map((reader) => reader.asks('{ rooms { nodes { id } } }')));
  await makeRoom();
  await expect.poll(() => codesOf(() => ada.says('There is room', room, { nonce: 'room' }))).toEqual([]);
  oracle.ledger.said(ada, room, await ada.says('There is room', room, { nonce: 'room' }));
  await feed.until((answer) => itemOf(answer).event?.message?.body === 'There is room');
  await socket.close();
  await oracle.expectAllWell({ people });

  async function writesUntilRefused(writer: Person): Promise<string[]> {
    for (let count = 0; count < 2000; count += 1) {
      const codes = await codesOf(async () => {
        oracle.ledger.said(
          writer,
          room,
          await writer.says(LONG, room, { nonce: `${writer.username} ${String(count)}` }),
        );
      });
      if (codes.length > 0) return codes;
    }
    throw new Error('It never was full.');
  }
}

async function codesOf(attempt: () => Promise<unknown>): Promise<string[]> {
  try {
    await attempt();
    return [];
  } catch (error) {
    if (error instanceof AnsweredWithErrors) return error.errors.map(({ extensions }) => extensions.code);
    throw error;
  }
}

function mounts(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
