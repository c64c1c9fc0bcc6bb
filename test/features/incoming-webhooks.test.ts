import { describe, expect, it } from 'vitest';
import {
  CREATE_WEBHOOK,
  DELETE_WEBHOOK,
  deletesWebhook,
  disablesBot,
  makesWebhook,
  postsTo,
} from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import { archives, deletesRoom, isSwept } from '../support/people/looking-after.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { countIn } from '../support/servers/own-rows.js';

const server = await aServer();

describe('an incoming webhook', () => {
  it('posts what came into its room, as a bot of whoever made it', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const hook = await makesWebhook(ada, room, 'Builds');
    expect(await postsTo(server, hook, { text: 'Build *42* is <https://ci.example.org/42|green>' })).toMatchObject({
      status: 200,
      text: 'ok',
    });
    expect(await messagesIn(ben, room)).toEqual([
      {
        body: 'Build **42** is [green](https://ci.example.org/42)',
        author: { id: hook.bot.user.id, displayName: 'Builds', bot: { owner: { id: ada.id } } },
      },
    ]);
  });

  it('is made by the owner and moderators of a room, and by nobody else', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    await ben.isRefused('FORBIDDEN', CREATE_WEBHOOK, { room: room.id, name: 'Mine' });
    await otto.isRefused('NOT_FOUND', CREATE_WEBHOOK, { room: room.id, name: 'Mine' });
    await ada.makes(ben, 'MODERATOR', room);
    await makesWebhook(ben, room);
  });

  it('posts once what is sent twice with the same key', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const hook = await makesWebhook(ada, room);
    for (const key of ['a key', 'a key', 'x'.repeat(200), 'x'.repeat(200)])
      expect(await postsTo(server, hook, { text: `With ${key}` }, { 'idempotency-key': key })).toMatchObject({
        status: 200,
      });
    for (let count = 1; count <= 2; count += 1) await postsTo(server, hook, { body: 'Ours', nonce: 'ours' });
    expect((await messagesIn(ada, room)).map(({ body }) => body.slice(0, 8))).toEqual(['With a k', 'With xxx', 'Ours']);
  });

  it('takes forms, and what GitHub sends', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const hook = await makesWebhook(ada, room);
    await postsTo(server, hook, new URLSearchParams({ payload: JSON.stringify({ text: 'From a form' }) }));
    const pushed = {
      ref: 'refs/heads/main',
      compare: 'https://github.com/a/b/compare/1...2',
      sender: { login: 'ada' },
      repository: { full_name: 'a/b', html_url: 'https://github.com/a/b' },
      commits: [{ id: '0123456789', message: 'Fix the oven\n\nIt was cold.', url: 'https://github.com/a/b/commit/0' }],
    };
    const headers = { 'x-github-event': 'push', 'x-github-delivery': 'a-delivery' };
    for (let count = 1; count <= 2; count += 1)
      expect(await postsTo(server, hook, pushed, headers)).toMatchObject({ status: 200 });
    expect((await messagesIn(ada, room)).map(({ body }) => body)).toEqual([
      'From a form',
      '[a/b](https://github.com/a/b) ada pushed [a commit](https://github.com/a/b/compare/1...2) to `main`.\n- [`0123456`](https://github.com/a/b/commit/0) Fix the oven',
    ]);
  });

  it('tells of a pull request in whole sentences', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const hook = await makesWebhook(ada, room);
    const pull = { html_url: 'https://github.com/a/b/pull/7', title: 'A warmer oven', number: 7 };
    for (const [action, merged] of [
      ['ready_for_review', false],
      ['closed', true],
    ])
      await postsTo(
        server,
        hook,
        { action, sender: { login: 'ada' }, pull_request: { ...pull, merged } },
        { 'x-github-event': 'pull_request' },
      );
    expect((await messagesIn(ada, room)).map(({ body }) => body)).toEqual([
      'ada marked the pull request [#7 A warmer oven](https://github.com/a/b/pull/7) as ready for review.',
      'ada merged the pull request [#7 A warmer oven](https://github.com/a/b/pull/7).',
    ]);
  });

  it.each(['ping', 'toString', 'constructor'])('says nothing of an event that it does not know: %s', async (event) => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const hook = await makesWebhook(ada, room);
    expect(await postsTo(server, hook, { zen: 'Keep it simple.' }, { 'x-github-event': event })).toMatchObject({
      status: 200,
    });
    expect(await messagesIn(ada, room)).toEqual([]);
  });

  it('says what is wrong: no text, too much of it, a secret that is none, a room that takes no messages', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const hook = await makesWebhook(ada, room);
    expect(await postsTo(server, hook, {})).toMatchObject({ status: 400 });
    expect(await postsTo(server, hook, { text: 'x'.repeat(300_000) })).toMatchObject({ status: 413 });
    expect(await postsTo(server, { url: '/hooks/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, { text: 'x' })).toMatchObject({
      status: 404,
    });
    await archives(ada, room);
    expect(await postsTo(server, hook, { text: 'x' })).toMatchObject({ status: 403 });
    expect(await messagesIn(ada, room)).toEqual([]);
  });

  it('cuts what is longer than a message', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await postsTo(server, await makesWebhook(ada, room), { text: '🥐'.repeat(9000) });
    const [message] = await messagesIn(ada, room);
    expect(Array.from(message?.body ?? '')).toHaveLength(8000);
  });

  it('ends with its deletion, by whoever made it and nobody else', async () => {
    const { ada, ben } = await aCast(server);
    const hook = await makesWebhook(ada, await aRoom(ada, [ben]));
    await ben.isRefused('NOT_FOUND', DELETE_WEBHOOK, { id: hook.id });
    await deletesWebhook(ada, hook);
    expect(await postsTo(server, hook, { text: 'x' })).toMatchObject({ status: 404 });
  });

  it('ends with its bot, and its rows with its room', async () => {
    const { ada } = await aCast(server);
    const hook = await makesWebhook(ada, await aRoom(ada));
    await disablesBot(ada, hook.bot);
    expect(await postsTo(server, hook, { text: 'x' })).toMatchObject({ status: 404 });
    const room = await aRoom(ada);
    const other = await makesWebhook(ada, room);
    await deletesRoom(ada, room);
    expect(await postsTo(server, other, { text: 'x' })).toMatchObject({ status: 404 });
    await isSwept(server);
    expect(await countIn(server, 'incoming_webhook', { room_id: room.id })).toBe(0);
  });
});

it('a service that posts too much waits as long as it is told, and others do not', async () => {
  const strict = await aServer({ RATE_LIMITS: 'on' });
  const { ada } = await aCast(strict);
  const room = await aRoom(ada);
  const [hook, other] = [await makesWebhook(ada, room), await makesWebhook(ada, room)];
  let last = await postsTo(strict, hook, { text: '0' });
  for (let count = 1; count <= 60; count += 1) last = await postsTo(strict, hook, { text: String(count) });
  expect(last.status).toBe(429);
  expect(Number(last.retryAfter)).toBeGreaterThan(0);
  expect(await postsTo(strict, other, { text: 'Still here' })).toMatchObject({ status: 200 });
});

interface Said {
  readonly body: string;
  readonly author: object;
}

async function messagesIn(who: Person, { id }: { readonly id: string }): Promise<readonly Said[]> {
  const { room } = await who.asks<{ room: { messages: { nodes: readonly Said[] } } }>(
    `query ($id: ID!) { room(id: $id) { messages { nodes { body author { id displayName bot { owner { id } } } } } } }`,
    { id },
  );
  return room.messages.nodes;
}
