import { expect, it } from 'vitest';
import { Database, NO_LOCKS } from '#server/database/index.js';
import { query } from '#server/database/dialect/index.js';
import { newId } from '#server/runtime/index.js';
import { renews } from '../support/people/accounts.js';
import { aRoomWithBot, makesBot } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import { makesWebhook, redelivers, untilNewest, webhookOf } from '../support/people/webhooks.js';
import { HookReceiver, refusesWith, settingsToPost, TAKES } from '../support/servers/receiver.js';
import { countIn } from '../support/servers/own-rows.js';
import { aServer } from '../support/servers/server.js';

const [receiver, slowHost] = [await HookReceiver.opens(), await HookReceiver.opens()];
const server = await aServer(settingsToPost(receiver, slowHost));
const [MINUTE, HOUR] = [60, 60 * 60];

it('a delivery that nobody takes is tried after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, and then it is DEAD', async () => {
  const { ada } = await aCast(server);
  const { room, bot } = await aRoomWithBot(ada);
  const { url, path } = receiver.anAddress(refusesWith(503));
  const hook = await makesWebhook(ada, bot, url);
  await ada.says('One', room);
  const pauses = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
  for (const [before, seconds] of pauses.entries()) {
    const { state, nextAttemptAt } = await untilNewest(ada, hook, ({ attempts }) => attempts === before + 1);
    const waits = (Date.parse(nextAttemptAt ?? '') - server.clock.now().getTime()) / 1000;
    expect(state).toBe('PENDING');
    expect(waits).toBeGreaterThan(seconds - 5);
    expect(waits).toBeLessThanOrEqual(seconds);
    server.clock.advance({ seconds });
    await renews(ada);
    // Whatever wakes the queue: the clock has jumped, and timers have not.
    await redelivers(ada, hook);
  }
  expect(await untilNewest(ada, hook, ({ attempts }) => attempts === pauses.length + 1)).toMatchObject({
    state: 'DEAD',
    nextAttemptAt: null,
  });
  expect(receiver.at(path)).toHaveLength(pauses.length + 1);
});

it('what happens after 10,000 pending deliveries waits in the log, and is sent once there are fewer', async () => {
  const { ada } = await aCast(server);
  const { room, bot } = await aRoomWithBot(ada);
  const { url, path } = receiver.anAddress(refusesWith(500));
  const hook = await makesWebhook(ada, bot, url);
  await isBehind(hook, 9_999);
  await ada.says('One', room);
  await receiver.has(path, 1);
  await ada.says('Two', room);
  await ada.says('Three', room);
  const pending = () => countIn(server, 'webhook_delivery', { webhook_id: hook.id, state: 'PENDING' });
  await expect.poll(pending).toBe(10_000);
  expect(await webhookOf(ada, hook)).toMatchObject({ lag: 10_000 });

  receiver.answersWith(path, TAKES);
  server.clock.advance({ seconds: 5 });
  await redelivers(ada, hook);
  const bodies = async () => (await receiver.has(path, 4)).map(({ event }) => event?.message?.body);
  expect(await bodies()).toEqual(['One', 'One', 'Two', 'Three']);
  await expect.poll(pending).toBe(9_999);
});

it('a host that does not answer has 24 places, however many webhooks go to it, and the others go on', async () => {
  const { ada, ben } = await aCast(server);
  const { room, bot } = await aRoomWithBot(ada, [ben]);
  for (const each of [bot, await makesBot(ada), await makesBot(ada)]) {
    if (each !== bot) await ada.adds({ id: each.user.id }, room);
    for (let count = 0; count < 10; count += 1) await makesWebhook(ada, each, slowHost.anAddress(() => undefined).url);
  }
  const own = await makesBot(ben);
  await ada.adds({ id: own.user.id }, room);
  const { url, path } = receiver.anAddress();
  await makesWebhook(ben, own, url);
  await ada.says('One', room);
  await expect.poll(() => slowHost.received.length).toBe(24);
  for (const count of [2, 3]) {
    await ada.says('More', room);
    await receiver.has(path, count);
  }
  expect(slowHost.received).toHaveLength(24);
});

/** So many deliveries stand before others, in a lane that does not move. */
async function isBehind({ id }: { readonly id: string }, count: number): Promise<void> {
  const add = query(
    `insert into webhook_delivery (id, webhook_id, event_id, position, lane, state, attempts, created_at) values (?, ?, ?, 1, ?, 'PENDING', 0, ?)`,
  );
  const lane = newId();
  const now = server.clock.now().getTime();
  await server.app.get(Database).write(NO_LOCKS, async (tx) => {
    for (let row = 0; row < count; row += 1) await tx.rows(add, [newId(), id, newId(), lane, now]);
  });
}
