import { expect, it } from 'vitest';
import { makesBot } from '../support/people/bots.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { deliveriesOf, makesWebhook, untilNewest } from '../support/people/webhooks.js';
import { HookReceiver, settingsToPost, TAKES } from '../support/servers/receiver.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';

const WORDS = ['One', 'Two'];

it('killed between sending and noting, a webhook sends again with the same webhook-id, and loses nothing', async () => {
  const receiver = await HookReceiver.opens();
  const server = await aSpawnedServer({ environment: () => settingsToPost(receiver) });
  const ada = await Person.registers(server, 'ada');
  const room = await aRoom(ada);
  const bot = await makesBot(ada);
  await ada.adds({ id: bot.user.id }, room);
  // It has come, and the server is killed before it hears that it was taken.
  let unheard: (() => void) | undefined;
  const { url, path } = receiver.anAddress(() => unheard?.());
  const hook = await makesWebhook(ada, bot, url);
  for (const word of WORDS) {
    const came = new Promise<void>((resolve) => (unheard = resolve));
    await ada.says(word, room);
    await came;
    if (word === WORDS.at(-1)) receiver.answersWith(path, TAKES);
    await server.killAndStart();
  }
  await untilNewest(ada, hook, ({ state }) => state === 'DELIVERED');
  expect((await deliveriesOf(ada, hook)).map(({ state }) => state)).toEqual(WORDS.map(() => 'DELIVERED'));
  const byId = Map.groupBy(receiver.at(path), ({ headers }) => headers['webhook-id']);
  expect([...byId.values()].map(([first]) => first?.event?.message?.body)).toEqual(WORDS);
  for (const same of byId.values()) expect(new Set(same.map(({ text }) => text)).size).toBe(1);
  expect(byId.values().next().value?.length).toBeGreaterThan(1);
});
