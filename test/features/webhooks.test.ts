import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { administers, deletesAccount, isGone } from '../support/people/account-deletion.js';
import { renews } from '../support/people/accounts.js';
import { aRoomWithBot, comesWith, disablesBot, makesBot, makesToken } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import { DELETE } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import {
  CREATE_WEBHOOK,
  DELETE_WEBHOOK,
  deliveriesOf,
  deletesWebhook,
  makesWebhook,
  PAUSE_WEBHOOK,
  pausesWebhook,
  REDELIVER,
  redelivers,
  ROTATE_SECRET,
  UPDATE_WEBHOOK,
  untilNewest,
  webhookInput,
  webhookOf,
} from '../support/people/webhooks.js';
import { type Answering, HookReceiver, refusesWith, settingsToPost, TAKES } from '../support/servers/receiver.js';
import { countIn } from '../support/servers/own-rows.js';
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

  it('is gone, with its secret, from the moment on at which its bot is disabled', async () => {
    const { ada } = await aCast(server);
    const { bot } = await aRoomWithBot(ada);
    await makesWebhook(ada, bot, receiver.anAddress().url);
    await disablesBot(ada, bot);
    expect(await countIn(server, 'webhook', { bot_id: bot.id })).toBe(0);
  });

  it('is gone, with what was pending, once the account of its owner is deleted', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const hook = await makesWebhook(ada, bot, receiver.anAddress(refusesWith(500)).url);
    await ada.says('One', room);
    await untilNewest(ada, hook, ({ attempts }) => attempts === 1);
    await deletesAccount(ada);
    await isGone(server);
    expect(await countIn(server, 'webhook', { bot_id: bot.id })).toBe(0);
    await expect.poll(() => countIn(server, 'webhook_delivery', { webhook_id: hook.id })).toBe(0);
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
    const [, documented = ''] = /selection: "(.+)"/.exec(readFileSync('docs/guides/webhooks.md', 'utf8')) ?? [];
    await makesWebhook(ada, bot, url, { selection: documented });
  });
});

describe('a receiver', () => {
  it('that cuts, lies about its length, redirects or answers without end is tried again, and holds up nobody', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const inside = receiver.anAddress();
    const faults: readonly [Answering, number | null, RegExp][] = [
      [(response) => response.destroy(), null, /^It could not be reached/],
      [refusesWith(302, { location: inside.url }), 302, /redirects are not followed/],
      [refusesWith(500, { 'content-length': '1000000000' }), 500, /^It answered 500/],
      [(response) => response.writeHead(404).write('x'.repeat(1_000_000)), 404, /^It answered 404/],
    ];
    const hooks = [];
    for (const [answering] of faults) hooks.push(await makesWebhook(ada, bot, receiver.anAddress(answering).url));
    const good = receiver.anAddress();
    await makesWebhook(ada, bot, good.url);
    await ada.says('One', room);
    await receiver.has(good.path, 1);
    for (const [n, [, statusCode, error]] of faults.entries()) {
      const delivery = await untilNewest(ada, hooks[n] ?? { id: '' }, ({ attempts }) => attempts === 1);
      expect(delivery).toMatchObject({ state: 'PENDING', statusCode });
      expect(delivery.error).toMatch(error);
    }
    expect(receiver.at(inside.path)).toEqual([]);
  });

  it('that does not answer holds up its own webhook alone', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const silent = receiver.anAddress(() => undefined);
    const good = receiver.anAddress();
    for (const { url } of [silent, good]) await makesWebhook(ada, bot, url);
    for (const word of ['One', 'Two', 'Three']) await ada.says(word, room);
    expect((await receiver.has(good.path, 3)).map(bodyOf)).toEqual(['One', 'Two', 'Three']);
    expect(receiver.at(silent.path).map(bodyOf)).toEqual(['One']);
  });

  it('is left alone for as long as it asks, up to a day', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    for (const [retryAfter, seconds] of [
      ['60', 60],
      ['1000000', 86_400],
      ['soon', 5],
      ['1', 5],
    ] as const) {
      const hook = await makesWebhook(
        ada,
        bot,
        receiver.anAddress(refusesWith(429, { 'retry-after': retryAfter })).url,
      );
      await ada.says('One', room);
      const { nextAttemptAt } = await untilNewest(ada, hook, ({ attempts }) => attempts === 1);
      const waits = (Date.parse(nextAttemptAt ?? '') - server.clock.now().getTime()) / 1000;
      expect(waits).toBeGreaterThan(seconds - 5);
      expect(waits).toBeLessThanOrEqual(seconds);
    }
  });

  it('that answers 410 pauses its webhook', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const { url, path } = receiver.anAddress(refusesWith(410));
    const hook = await makesWebhook(ada, bot, url);
    await ada.says('One', room);
    expect(await untilNewest(ada, hook, ({ state }) => state === 'DEAD')).toMatchObject({
      attempts: 1,
      statusCode: 410,
    });
    expect(await webhookOf(ada, hook)).toMatchObject({ state: 'PAUSED' });
    expect(receiver.at(path)).toHaveLength(1);
  });

  it('that takes nothing for a day makes its webhook FAILING, until it takes something', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const { url, path } = receiver.anAddress(refusesWith(500));
    const hook = await makesWebhook(ada, bot, url);
    await ada.says('One', room);
    await untilNewest(ada, hook, ({ attempts }) => attempts === 1);
    expect(await webhookOf(ada, hook)).toMatchObject({ state: 'ACTIVE' });
    server.clock.advance({ days: 1 });
    await renews(ada);
    expect(await webhookOf(ada, hook)).toMatchObject({ state: 'FAILING' });
    receiver.answersWith(path, TAKES);
    // Whatever wakes the queue: the clock has jumped, and timers have not.
    await redelivers(ada, hook);
    await untilNewest(ada, hook, ({ state }) => state === 'DELIVERED');
    expect(await webhookOf(ada, hook)).toMatchObject({ state: 'ACTIVE', failingSince: null });
  });
});

describe('what a webhook sends', () => {
  it('is nothing of a room that its bot is not in, or has left before it is sent', async () => {
    const { ada, ben } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada, [ben]);
    const secret = await aRoom(ada, [ben], 'PRIVATE');
    const { url, path } = receiver.anAddress();
    const hook = await makesWebhook(ada, bot, url);
    await ada.says('Not for bots', secret);
    await pausesWebhook(ada, hook);
    await ada.adds({ id: bot.user.id }, secret);
    await ada.says('For a while', secret);
    await ada.removes({ id: bot.user.id }, secret);
    await pausesWebhook(ada, hook, false);
    await ada.says('Hello', room);
    expect((await receiver.has(path, 1)).map(bodyOf)).toEqual(['Hello']);
    await untilNewest(ada, hook, ({ state }) => state === 'DELIVERED');
    const dead = await deliveriesOf(ada, hook, 'DEAD');
    expect(dead.map(({ error }) => error)).toEqual(['The bot may not see this any more.']);
  });

  it('is what there is when it is sent: of a deleted message, nothing', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const { url, path } = receiver.anAddress();
    const hook = await makesWebhook(ada, bot, url);
    await pausesWebhook(ada, hook);
    const message = await ada.says('A secret', room);
    await ada.asks(DELETE, { id: message.id });
    await pausesWebhook(ada, hook, false);
    const [received] = await receiver.has(path, 1);
    expect(received?.text).not.toContain('A secret');
  });
});

describe('who may', () => {
  it('is the owner of the bot: to others there is no such webhook, and no such bot', async () => {
    const { ada, ben, otto } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada, [ben]);
    const { url } = receiver.anAddress(refusesWith(410));
    const hook = await makesWebhook(ada, bot, url);
    await ada.says('One', room);
    const delivery = await untilNewest(ada, hook, ({ state }) => state === 'DEAD');
    for (const other of [ben, otto]) {
      await other.isRefused('NOT_FOUND', CREATE_WEBHOOK, { input: webhookInput(bot, url) });
      await other.isRefused('NOT_FOUND', UPDATE_WEBHOOK, { input: { webhookId: hook.id, url } });
      await other.isRefused('NOT_FOUND', ROTATE_SECRET, { id: hook.id });
      await other.isRefused('NOT_FOUND', PAUSE_WEBHOOK, { id: hook.id, isPaused: true });
      await other.isRefused('NOT_FOUND', DELETE_WEBHOOK, { id: hook.id });
      await other.isRefused('NOT_FOUND', REDELIVER, { id: hook.id });
      expect(await other.asks(NODES, { ids: [hook.id, delivery.id] })).toEqual({ nodes: [null, null] });
      expect(await other.asks(LISTED, {})).toEqual({ webhooks: { nodes: [] } });
      expect(await other.asks(OF_BOT, { id: bot.id })).toEqual({ node: { webhooks: null } });
    }
    expect(await ada.asks(NODES, { ids: [hook.id, delivery.id] })).toEqual({
      nodes: [{ id: hook.id }, { id: delivery.id }],
    });
    expect(await ada.asks(LISTED, {})).toEqual({ webhooks: { nodes: [{ id: hook.id }] } });
    expect(await ada.asks(OF_BOT, { id: bot.id })).toEqual({ node: { webhooks: [{ id: hook.id }] } });
  });

  it('is an administrator, who sees, pauses and deletes it, and does no more', async () => {
    const { ada, otto } = await aCast(server);
    await administers(otto, server);
    const { bot } = await aRoomWithBot(ada);
    const { url } = receiver.anAddress();
    const hook = await makesWebhook(ada, bot, url);
    await otto.isRefused('NOT_FOUND', CREATE_WEBHOOK, { input: webhookInput(bot, url) });
    await otto.isRefused('NOT_FOUND', UPDATE_WEBHOOK, { input: { webhookId: hook.id, url } });
    await otto.isRefused('NOT_FOUND', ROTATE_SECRET, { id: hook.id });
    await otto.isRefused('NOT_FOUND', REDELIVER, { id: hook.id });
    expect(await webhookOf(otto, hook)).toMatchObject({ url, state: 'ACTIVE' });
    await pausesWebhook(otto, hook);
    expect(await webhookOf(ada, hook)).toMatchObject({ state: 'PAUSED' });
    await deletesWebhook(otto, hook);
    expect(await ada.asks(NODES, { ids: [hook.id] })).toEqual({ nodes: [null] });
  });

  it('is no bot, though it has every scope', async () => {
    const { ada } = await aCast(server);
    const { bot } = await aRoomWithBot(ada);
    const itself = comesWith(server, bot, await makesToken(ada, bot));
    await itself.isRefused('FORBIDDEN', CREATE_WEBHOOK, { input: webhookInput(bot, receiver.anAddress().url) });
    await itself.isRefused('FORBIDDEN', LISTED, {});
  });

  it('makes up to ten for a bot', async () => {
    const { ada } = await aCast(server);
    const { room, bot } = await aRoomWithBot(ada);
    const { url } = receiver.anAddress();
    for (let count = 0; count < 9; count += 1) await makesWebhook(ada, bot, url);
    await makesWebhook(ada, bot, url, { filter: { roomIds: [room.id] } });
    await ada.isRefused('CONFLICT', CREATE_WEBHOOK, { input: webhookInput(bot, url) });
    const ofRoom = await ada.asks<{ webhooks: { nodes: unknown[] } }>(
      'query ($room: ID!) { webhooks(roomId: $room) { nodes { filter { roomIds } } } }',
      { room: room.id },
    );
    expect(ofRoom.webhooks.nodes).toEqual([{ filter: { roomIds: [room.id] } }]);
  });
});

const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const LISTED = '{ webhooks { nodes { id } } }';
const OF_BOT = 'query ($id: ID!) { node(id: $id) { ... on Bot { webhooks { id } } } }';

function bodyOf({ event }: { readonly event: { readonly message?: { readonly body: string } | null } | null }) {
  return event?.message?.body;
}

function verified(secret: string, received: { readonly text: string; readonly headers: object } | undefined): unknown {
  return new Webhook(secret).verify(received?.text ?? '', { ...received?.headers });
}
