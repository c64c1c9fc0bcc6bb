import { expect, it } from 'vitest';
import { login, signInOf } from '../support/people/accounts.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { Oracle } from '../support/oracle/oracle.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { snapshot, VIEWED_FEED, type ViewItem } from '../support/feeds/room-view.js';
import { rounds } from '../support/chance/rounds.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { upload } from '../support/files/uploads.js';

const MEBIBYTE = 1024 * 1024;
const READERS = rounds({ quick: 10, thorough: 50 });
const SOCKETS_OF_EACH = 4;
const MESSAGES_OF_EACH = rounds({ quick: 10, thorough: 40 });
const SIGN_INS = rounds({ quick: 10, thorough: 60 });
const SOCKETS = READERS * SOCKETS_OF_EACH;
const LONG = '茶'.repeat(8000);
const THE_END = 'The end';

it(`a busy evening with ${String(SOCKETS)} sockets, uploads of 16 MB and a flood of sign-ins passes in 128 MB of heap`, async () => {
  const server = await aSpawnedServer({
    isProbed: true,
    environment: () => ({ NODE_OPTIONS: '--max-old-space-size=128' }),
  });
  using oracle = await Oracle.of(server);
  const writers = await Promise.all(['ada', 'ben', 'cleo', 'dora'].map((name) => Person.registers(server, name)));
  const [ada, ...others] = writers;
  if (!ada) throw new Error('Ada has registered.');
  const room = await aRoom(ada, others);
  const readers = await Promise.all(
    Array.from({ length: READERS }, (_, index) => Person.entersAsGuest(server, `Guest ${String(index)}`)),
  );
  const starts = await Promise.all(readers.map(feedCursorOf));
  await Promise.all(readers.map((reader) => reader.joins(room)));
  const { view: from } = await snapshot(ada, room);

  const reading = readers.flatMap((who, index) =>
    Array.from({ length: SOCKETS_OF_EACH }, async () => {
      const socket = await who.opensSocket();
      const feed = socket.subscribes<{ item: ViewItem }>(VIEWED_FEED, { after: starts[index] });
      const seen = await feed.until(({ item }) => item.event?.message?.body === THE_END);
      await socket.close();
      return { who, items: seen.map(({ item }) => item) };
    }),
  );
  const uploading = writers.map(async (writer, index) => {
    const content = Buffer.alloc(16 * MEBIBYTE, `${String(index)}, and much of it. `);
    oracle.ledger.uploaded(await upload(writer, room, 'large.txt', content), content);
  });
  const flood = Array.from({ length: SIGN_INS }, async (_, index) => {
    const username = writers[index % writers.length]?.username;
    signInOf(await login(server, { username, password: PASSWORD }));
  });
  const talking = writers.map(async (writer) => {
    for (let count = 1; count <= MESSAGES_OF_EACH; count += 1) {
      const body = count % 10 === 0 ? LONG : `${writer.username} ${String(count)}`;
      oracle.ledger.said(writer, room, await writer.says(body, room));
    }
  });
  await Promise.all([...talking, ...uploading, ...flood]);
  oracle.ledger.said(ada, room, await ada.says(THE_END, room));
  const followed = await Promise.all(reading);
  expect(followed).toHaveLength(SOCKETS);
  const firstOfEach = followed.filter((_, index) => index % SOCKETS_OF_EACH === 0);
  await oracle.expectAllWell({
    people: writers,
    followed,
    seenWhole: { room, from, by: firstOfEach.slice(0, 5) },
  });
}, 120_000);

it('forty of the largest questions at once are answered or refused in 128 MB of heap', async () => {
  const server = await aSpawnedServer({
    isProbed: true,
    environment: () => ({ NODE_OPTIONS: '--max-old-space-size=128' }),
  });
  using oracle = await Oracle.of(server);
  const ada = await Person.registers(server, 'ada');
  const room = await aRoom(ada);
  for (let count = 0; count < 90; count += 1) oracle.ledger.said(ada, room, await ada.says(LONG, room));
  const pages = Array.from(
    { length: 40 },
    (_, index) => `p${String(index)}: room(id: $id) { messages(last: ${String(50 + index)}) { nodes { body } } }`,
  );
  const query = `query ($id: ID!) { ${pages.join(' ')} }`;
  const asked = Array.from({ length: 40 }, () => ada.isRefused('QUERY_TOO_COMPLEX', query, { id: room.id }));
  expect(await Promise.all(asked)).toHaveLength(40);
  await oracle.expectAllWell({ people: [ada] });
}, 120_000);
