import { describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { type BotAnswer, disablesBot, makesBot } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import {
  CREATE_WEBHOOK,
  deliveriesOf,
  deletesWebhook,
  makesWebhook,
  pausesWebhook,
  redelivers,
  ROTATE_SECRET,
  untilNewest,
  webhookInput,
  webhookOf,
} from '../support/people/webhooks.js';
import { HookReceiver, refusesWith, settingsToPost, TAKES } from '../support/servers/receiver.js';
import { aServer } from '../support/servers/server.js';

const receiver = await HookReceiver.opens();
const server = await aServer(settingsToPost(receiver));

describe('a webhook', () => {
  it('posts what its selection gives of what its bot sees, once, and signs it', async () => {
    const { ada, ben } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada, [ben]);
    const { url, path } = receiver.anAddress();
    const hook = await makesWebhook(ada, bot, url);
    await ben.says('Hello', room);
    const [received] = await receiver.has(path, 1);
    expect(received?.event).toMatchObject({
      __typename: 'MessageSent',
      message: { body: 'Hello', author: { username: ben.username } },
    });
    expect(received?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': `${received?.event?.id ?? ''}_${hook.id}`,
    });
    expect(verified(hook.secret, received)).toEqual(received?.event);
    await untilNewest(ada, hook, ({ state }) => state === 'DELIVERED');
    expect(receiver.at(path)).toHaveLength(1);
    expect(await webhookOf(ada, hook)).toMatchObject({ state: 'ACTIVE', lag: 0, failingSince: null });
  });

  it('sends again what was not taken, with the same webhook-id, and holds back its room alone', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const other = await aRoom(ada);
    await ada.adds({ id: bot.user.id }, other);
    const { url, path } = receiver.anAddress((response, received) => {
      (bodyOf(received) === 'One' ? refusesWith(500) : TAKES)(response, received);
    });
    const hook = await makesWebhook(ada, bot, url);
    await ada.says('One', room);
    await receiver.has(path, 1);
    await ada.says('Two', room);
    await ada.says('Elsewhere', other);
    expect((await receiver.has(path, 2)).map(bodyOf)).toEqual(['One', 'Elsewhere']);
    await untilNewest(ada, hook, ({ state }) => state === 'DELIVERED');
    const waiting = await deliveriesOf(ada, hook, 'PENDING');
    expect(waiting.map(({ attempts, statusCode, error }) => [attempts, statusCode, error])).toEqual([
      [0, null, null],
      [1, 500, 'It answered 500.'],
    ]);
    expect(waiting[0]?.nextAttemptAt).toBeNull();

    receiver.answersWith(path, TAKES);
    await pausesWebhook(ada, hook);
    await pausesWebhook(ada, hook, false);
    const all = await receiver.has(path, 4);
    expect(all.map(bodyOf)).toEqual(['One', 'Elsewhere', 'One', 'Two']);
    expect(all[2]?.headers['webhook-id']).toBe(all[0]?.headers['webhook-id']);
  });

  it('goes on from where it was when it was paused, and after the server started again', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const { url, path } = receiver.anAddress();
    const hook = await makesWebhook(ada, bot, url);
    await pausesWebhook(ada, hook);
    await ada.says('One', room);
    expect(await webhookOf(ada, hook)).toMatchObject({ state: 'PAUSED', lag: 1 });
    await server.restart();
    expect(receiver.at(path)).toEqual([]);
    await pausesWebhook(ada, hook, false);
    await ada.says('Two', room);
    expect((await receiver.has(path, 2)).map(bodyOf)).toEqual(['One', 'Two']);
  });

  it('is DEAD after eight attempts, and is sent again when somebody asks for it', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const { url, path } = receiver.anAddress(refusesWith(503));
    const hook = await makesWebhook(ada, bot, url);
    await ada.says('One', room);
    for (let attempts = 1; attempts < 8; attempts += 1) {
      await untilNewest(ada, hook, (delivery) => delivery.attempts === attempts);
      await pausesWebhook(ada, hook);
      await pausesWebhook(ada, hook, false);
    }
    expect(await untilNewest(ada, hook, ({ state }) => state === 'DEAD')).toMatchObject({
      attempts: 8,
      statusCode: 503,
    });
    expect(receiver.at(path)).toHaveLength(8);
    receiver.answersWith(path, TAKES);
    await redelivers(ada, hook);
    await untilNewest(ada, hook, ({ state }) => state === 'DELIVERED');
  });

  it('signs with the secret from before as well for a day', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const { url, path } = receiver.anAddress();
    const hook = await makesWebhook(ada, bot, url);
    const { rotateWebhookSecret } = await ada.asks<{ rotateWebhookSecret: { secret: string } }>(ROTATE_SECRET, {
      id: hook.id,
    });
    await ada.says('One', room);
    const [received] = await receiver.has(path, 1);
    for (const secret of [hook.secret, rotateWebhookSecret.secret])
      expect(verified(secret, received)).toEqual(received?.event);
  });

  it('sends nothing any more when it is deleted, or its bot is disabled', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const [first, second, witness] = [receiver.anAddress(), receiver.anAddress(), receiver.anAddress()];
    await deletesWebhook(ada, await makesWebhook(ada, bot, first.url));
    await makesWebhook(ada, bot, second.url);
    const other = await makesBot(ada);
    await ada.adds({ id: other.user.id }, room);
    await makesWebhook(ada, other, witness.url);
    await disablesBot(ada, bot);
    await ada.says('One', room);
    await receiver.has(witness.path, 1);
    expect([...receiver.at(first.path), ...receiver.at(second.path)]).toEqual([]);
  });

  it('is made with a selection that a bot may have, and to an address that may be posted to', async () => {
    const { ada } = await aCast(server);
    const { bot } = await aRoomWithBot(ada);
    const { url } = receiver.anAddress();
    for (const selection of [
      '',
      '{ nothing }',
      '{ id } } query { viewer { user { id } }',
      '{ id } fragment F on Event { id }',
      'query { id }',
      '{ ... on SavedMessagesChanged { id } }',
      '{ id(x: $y) }',
    ])
      await ada.isRefused('BAD_USER_INPUT', CREATE_WEBHOOK, { input: webhookInput(bot, url, { selection }) });
    for (const forbidden of ['http://10.0.0.1', 'https://127.0.0.2', 'http://example.org', 'ftp://127.0.0.1', 'hello'])
      await ada.isRefused('BAD_USER_INPUT', CREATE_WEBHOOK, { input: webhookInput(bot, forbidden) });
    await makesWebhook(ada, bot, url, { selection: 'id at' });
  });
});

function bodyOf({ event }: { readonly event: { readonly message?: { readonly body: string } | null } | null }) {
  return event?.message?.body;
}

function verified(secret: string, received: { readonly text: string; readonly headers: object } | undefined): unknown {
  return new Webhook(secret).verify(received?.text ?? '', { ...received?.headers } as Record<string, string>);
}

/** A room of somebody's with a bot of theirs in it. */
async function aRoomWithBot(
  owner: Person,
  others: readonly Person[] = [],
): Promise<{ room: { id: string }; bot: BotAnswer }> {
  const room = await aRoom(owner, [...others]);
  const bot = await makesBot(owner);
  await owner.adds({ id: bot.user.id }, room);
  return { room, bot };
}
