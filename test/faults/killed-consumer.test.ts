import { expect, it } from 'vitest';
import { aSeed, Random } from '../support/chance/random.js';
import { rounds } from '../support/chance/rounds.js';
import { acknowledges, consumerOf, consumes, makesConsumer, wordsIn } from '../support/feeds/consumer.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer, type Step } from '../support/servers/spawned-server.js';
import { untilUp } from '../support/servers/until-up.js';

const KILLS = rounds({ quick: 2, thorough: 100 });
const WORDS_FOR_A_KILL = 8;
const THE_END = 'The end';
const seed = aSeed();

it(`somebody who remembers what they have handled handles each thing once, in order, though the server is killed ${String(KILLS)} times (SEED=${String(seed)})`, async () => {
  const server = await aSpawnedServer();
  const random = new Random(seed);
  const [ada, ben] = [await Person.registers(server, 'ada'), await Person.registers(server, 'ben')];
  const room = await aRoom(ada, [ben], 'PRIVATE');
  await makesConsumer(ben, 'echo');
  const words = [...Array.from({ length: KILLS * WORDS_FOR_A_KILL }, (_, n) => `Word ${String(n)}`), THE_END];
  const writing = (async () => {
    for (const nonce of words) await untilUp(server, () => ada.says(nonce, room, { nonce }));
  })();

  const handled = new Map<string, string>();
  let kills = 0;
  let given = 0;
  await untilUp(server, async () => {
    const socket = await ben.opensSocket();
    const inFlight = random.between(1, 6);
    const consuming = consumes(socket, 'echo', { inFlight });
    for (let open = 0; ;) {
      const item = await consuming.next();
      const body = item.event?.message?.body;
      if (item.event && body !== undefined) {
        given += 1;
        open += 1;
        // Of what was handled, its id is kept, as whoever wants each thing once does.
        if (!handled.has(item.event.id)) handled.set(item.event.id, body);
      }
      const isDying = kills < KILLS && handled.size > (kills + random.between(0, 2)) * WORDS_FOR_A_KILL;
      if (isDying) kills += 1;
      // Handled and not acknowledged, or while it is acknowledged.
      const isBetween = isDying && random.between(0, 2) === 0;
      if (isBetween) await server.killAndStart();
      const dying = isDying && !isBetween ? server.killAndStart() : undefined;
      try {
        if (open === inFlight || random.between(0, 3) === 0 || body === THE_END) {
          await acknowledges(ben, 'echo', item);
          open = 0;
        }
      } finally {
        await dying;
      }
      if (body !== THE_END) continue;
      socket.cut();
      return;
    }
  });
  await writing;
  expect([...handled.values()]).toEqual(words);
  expect(kills).toBe(KILLS);
  await using socket = await ben.opensSocket();
  expect(wordsIn(await consumes(socket, 'echo').untilCaughtUp())).toEqual([]);
  console.info(`${String(kills)} kills: ${String(words.length)} words, given ${String(given)} times`);
}, 1_800_000);

const STEPS: readonly (Step & { readonly when: string; readonly stands: 'where it was told' | 'at either place' })[] = [
  { name: 'datasync', nth: 1, when: 'before an acknowledgement is on the disk', stands: 'at either place' },
  { name: 'commit', nth: 1, when: 'between the disk and the answer', stands: 'where it was told' },
];

it.each(STEPS)('killed $when, a consumer stands $stands, and nothing is passed over', async ({ stands, ...step }) => {
  const server = await aSpawnedServer({ isSabotaged: true });
  const [ada, ben] = [await Person.registers(server, 'ada'), await Person.registers(server, 'ben')];
  const room = await aRoom(ada, [ben]);
  await makesConsumer(ben, 'echo');
  for (const body of ['One', 'Two', 'Three']) await ada.says(body, room);
  const socket = await ben.opensSocket();
  const [one, two] = await consumes(socket, 'echo').untilCaughtUp();
  if (!one || !two) throw new Error('There are two of them.');
  await acknowledges(ben, 'echo', one);
  await server.sabotage({ dieBeforeStep: step });
  await expect(acknowledges(ben, 'echo', two)).rejects.toThrow(/fetch failed|terminated/);
  await server.ended();
  await server.start();
  const { cursor } = (await consumerOf(ben, 'echo')) ?? {};
  const places = stands === 'where it was told' ? [two.cursor] : [one.cursor, two.cursor];
  expect(places).toContain(cursor);
  await using again = await ben.opensSocket();
  expect(wordsIn(await consumes(again, 'echo').untilCaughtUp())).toEqual(
    cursor === two.cursor ? ['Three'] : ['Two', 'Three'],
  );
});
