import { expect, it } from 'vitest';
import { aSeed, Random } from '../support/chance/random.js';
import { makesConsumer } from '../support/feeds/consumer.js';
import { aBotIn } from '../support/people/bots.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { saidBy } from '../support/people/said-by.js';
import { EchoBot } from '../support/servers/echo-bot.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { untilUp } from '../support/servers/until-up.js';

const MESSAGES = 100;
const KILLS = 4;
const seed = aSeed();

it(`the echo bot of the SDK answers 100 messages once each, though it and the server are killed (SEED=${String(seed)})`, async () => {
  const server = await aSpawnedServer();
  const random = new Random(seed);
  const ada = await Person.registers(server, 'ada');
  const room = await aRoom(ada);
  const robot = await aBotIn(ada, room);
  await makesConsumer(robot, 'echo');
  const bot = EchoBot.run(server, robot);

  const words = Array.from({ length: MESSAGES }, (_, n) => `Word ${String(n)}`);
  const writing = (async () => {
    for (const nonce of words) await untilUp(server, () => ada.says(nonce, room, { nonce }));
  })();
  const echoes = () => untilUp(server, () => saidBy(robot, ada, room));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const enough = (kill + random.between(0, 2)) * (MESSAGES / (KILLS + 1));
    await expect.poll(async () => (await echoes()).length).toBeGreaterThanOrEqual(Math.floor(enough));
    if (kill % 2 === 0) await server.killAndStart();
    else {
      await bot.kill();
      bot.start();
    }
  }
  await writing;
  await expect.poll(async () => (await echoes()).length).toBeGreaterThanOrEqual(MESSAGES);
  // What comes after the last of them comes after all that could have been said twice.
  await ada.says('The end', room);
  await expect.poll(async () => (await echoes()).at(-1)).toBe('The end');
  expect(await echoes()).toEqual([...words, 'The end']);
}, 240_000);
