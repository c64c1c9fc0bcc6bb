import { setTimeout as after } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { feedCursorOf } from '../support/people/busy-room.js';
import { Oracle } from '../support/oracle/oracle.js';
import { PersistentClient } from '../support/feeds/persistent-client.js';
import { Person } from '../support/people/person.js';
import { aSeed, Random } from '../support/chance/random.js';
import { aRoom } from '../support/people/room.js';
import { snapshot } from '../support/feeds/room-view.js';
import { rounds } from '../support/chance/rounds.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { untilUp } from '../support/servers/until-up.js';

const KILLS = rounds({ quick: 3, thorough: 100 });
const NAMES = ['ada', 'ben', 'cleo', 'dora', 'emil', 'fay', 'gus', 'hal', 'ida', 'jon'] as const;
const THE_END = 'The end';
const seed = aSeed();

it(`ten people write and follow, and nothing is lost or comes twice, though the server is killed ${String(KILLS)} times (SEED=${String(seed)})`, async () => {
  const server = await aSpawnedServer({ isProbed: true });
  using oracle = await Oracle.of(server);
  const people = await Promise.all(NAMES.map((name) => Person.registers(server, name)));
  const otto = await Person.registers(server, 'otto');
  const [ada, ...others] = people;
  if (!ada) throw new Error('Ada has registered.');
  const starts = await Promise.all([...people, otto].map(feedCursorOf));
  const hall = await aRoom(ada, others, 'PRIVATE');
  const { view: from } = await snapshot(ada, hall);
  const garden = await aRoom(otto);
  const clients = people.map(
    (who, index) => new PersistentClient(server, who, { hall, garden }, new Random(seed + index), oracle.ledger),
  );
  const outsider = new PersistentClient(server, otto, { hall, garden }, new Random(seed - 1), oracle.ledger);
  const following = [...clients, outsider].map((client, index) =>
    client.follows(starts[index] ?? '', THE_END, client === outsider ? garden : hall),
  );

  let isOver = false;
  const writing = clients.map((client) => client.writesUntil(() => isOver));
  await Promise.race([killAgainAndAgain().finally(() => (isOver = true)), ...writing]);
  await Promise.all(writing);
  for (const [who, room] of [
    [otto, garden],
    [ada, hall],
  ] as const) {
    oracle.ledger.said(who, room, await untilUp(server, () => who.says(THE_END, room, { nonce: THE_END })));
  }
  await Promise.all(following);
  await oracle.expectAllWell({
    people: [...people, otto],
    followed: [...clients, outsider].map(({ followed }) => followed),
    seenWhole: { room: hall, from, by: clients.map(({ followed }) => followed) },
  });
  console.info(`${String(KILLS)} kills: ${oracle.summary}`);

  /** At moments that chance chooses: after so many acknowledged changes, and a little later. */
  async function killAgainAndAgain(): Promise<void> {
    const random = new Random(seed);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const wanted = oracle.ledger.changes + random.between(5, 60);
      await expect.poll(() => oracle.ledger.changes, { timeout: 60_000, interval: 2 }).toBeGreaterThanOrEqual(wanted);
      await after(random.between(0, 8));
      await server.killAndStart();
      oracle.expectNothingLost();
    }
  }
}, 1_800_000);
