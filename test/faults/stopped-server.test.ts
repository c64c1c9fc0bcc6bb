import { request } from 'node:http';
import { expect, it } from 'vitest';
import { feedCursorOf } from '../support/people/busy-room.js';
import { ROOM_EVENTS } from '../support/feeds/feed.js';
import { Oracle } from '../support/oracle/oracle.js';
import { PersistentClient } from '../support/feeds/persistent-client.js';
import { Person } from '../support/people/person.js';
import { aSeed, Random } from '../support/chance/random.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aRoom } from '../support/people/room.js';
import { snapshot } from '../support/feeds/room-view.js';
import { rounds } from '../support/chance/rounds.js';
import { aSpawnedServer, type SpawnedServer } from '../support/servers/spawned-server.js';

const STOPS = rounds({ quick: 1, thorough: 10 });
const NAMES = ['ada', 'ben', 'cleo', 'dora', 'emil'] as const;
const THE_END = 'The end';
const MAX_FAREWELL_MILLISECONDS = 15_000;
const seed = aSeed();

it(`a server that is asked to stop while people write sends them away, loses nothing and ends well (SEED=${String(seed)})`, async () => {
  const server = await aSpawnedServer({ isProbed: true });
  using oracle = await Oracle.of(server);
  const people = await Promise.all(NAMES.map((name) => Person.registers(server, name)));
  const [ada, ...others] = people;
  if (!ada) throw new Error('Ada has registered.');
  const starts = await Promise.all(people.map(feedCursorOf));
  const hall = await aRoom(ada, others, 'PRIVATE');
  const { view: from } = await snapshot(ada, hall);
  const garden = await aRoom(ada);
  const clients = people
    .slice(1)
    .map((who, index) => new PersistentClient(server, who, { hall, garden }, new Random(seed + index), oracle.ledger));
  const following = clients.map((client, index) => client.follows(starts[index + 1] ?? '', THE_END, hall));
  let isOver = false;
  const writing = clients.map((client) => client.writesUntil(() => isOver));

  for (let stop = 0; stop < STOPS; stop += 1) {
    const idle = await RawSocket.acknowledged(server.url, ada.bearer);
    using deaf = await RawSocket.acknowledged(server.url, ada.bearer);
    deaf.says({ type: 'subscribe', id: '1', payload: { query: ROOM_EVENTS, variables: { roomId: hall.id } } });
    await deaf.text();
    deaf.pause();
    const drip = dripsAnUpload(server, ada, hall);
    const wanted = oracle.ledger.changes + 20;
    await expect.poll(() => oracle.ledger.changes, { interval: 5 }).toBeGreaterThan(wanted);
    const asked = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(MAX_FAREWELL_MILLISECONDS);
    expect(await idle.closed).toBe(1001);
    expect(await drip).not.toBe(201);
    await server.start();
    oracle.expectNothingLost();
  }
  isOver = true;
  await Promise.all(writing);
  oracle.ledger.said(ada, hall, await ada.says(THE_END, hall));
  await Promise.all(following);
  const by = clients.map(({ followed }) => followed);
  await oracle.expectAllWell({ people, followed: by, seenWhole: { room: hall, from, by } });
}, 300_000);

/** An upload that goes on as long as it is let; resolves with its status, or with what broke it. */
function dripsAnUpload({ url }: SpawnedServer, { bearer }: Person, { id }: { id: string }): Promise<unknown> {
  return new Promise((resolve) => {
    const headers = { ...bearer, 'content-type': 'multipart/form-data; boundary=drip' };
    const upload = request(`${url}/upload`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      finish(answer.statusCode);
    });
    upload.on('error', (error) => {
      finish(error.message);
    });
    upload.write(`--drip\r\ncontent-disposition: form-data; name="roomId"\r\n\r\n${id}\r\n`);
    upload.write('--drip\r\ncontent-disposition: form-data; name="file"; filename="long.txt"\r\n\r\n');
    const dripping = setInterval(() => upload.write('drop '), 20);
    function finish(outcome: unknown): void {
      clearInterval(dripping);
      upload.destroy();
      resolve(outcome);
    }
  });
}
