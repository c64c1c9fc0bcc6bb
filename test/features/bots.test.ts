import { describe, expect, it } from 'vitest';
import { SocketServer } from '#server/api/index.js';
import { isTokenText, newTokenText } from '#server/bots/tokens/token-text.js';
import { deletesAccount, isGone } from '../support/people/account-deletion.js';

import { disables, theAdministrator } from '../support/people/administration.js';
import {
  aBotIn,
  BOT_SCOPES,
  comesWith,
  CREATE_BOT,
  CREATE_TOKEN,
  DISABLE_BOT,
  disablesBot,
  makesBot,
  makesToken,
  REVOKE_TOKEN,
  revokesToken,
} from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import { bans } from '../support/people/looking-after.js';
import { opensDirect } from '../support/people/direct-rooms.js';
import { ADD, type MessageAnswer, Person, SEND, SET_ROLE } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { post } from '../support/requests/graphql.js';
import { aServer } from '../support/servers/server.js';
import { countIn, rowsOf } from '../support/servers/own-rows.js';

const server = await aServer({ TRUST_PROXY: '1' });
const BOTS = `{ bots { nodes { id description disabledAt user { username kind } owner { username }
  tokens { name scopes rooms { id } expiresAt lastUsedAt lastUsedFrom } } } }`;

interface ListedBot {
  readonly id: string;
  readonly description: string;
  readonly disabledAt: string | null;
  readonly user: { readonly username: string; readonly kind: string };
  readonly owner: { readonly username: string };
  readonly tokens: readonly {
    readonly name: string;
    readonly lastUsedAt: string | null;
    lastUsedFrom: string | null;
  }[];
}

describe('a bot', () => {
  it('is made by whoever answers for it, and shown as theirs to everybody', async () => {
    const { ada, ben } = await aCast(server);
    const bot = await makesBot(ada);
    const room = await aRoom(ada, [ben]);
    await ada.adds({ id: bot.user.id }, room);
    const { room: seen } = await ben.asks<{ room: { members: { nodes: unknown[] } } }>(
      `query ($id: ID!) { room(id: $id) { members { nodes { user { kind bot { description owner { username } tokens { id } } } } } } }`,
      { id: room.id },
    );
    expect(seen.members.nodes).toContainEqual({
      user: { kind: 'BOT', bot: { description: 'Helps out', owner: { username: ada.username }, tokens: null } },
    });
  });

  it('is listed to its owner with its tokens, to administrators, and to nobody else', async () => {
    const { ada, ben } = await aCast(server);
    const bot = await makesBot(ada);
    await makesToken(ada, bot, { name: 'Laptop' });
    expect(await botsOf(ada)).toMatchObject([{ id: bot.id, tokens: [{ name: 'Laptop', lastUsedAt: null }] }]);
    expect(await botsOf(ben)).toEqual([]);
  });

  it('is made by no guest, and no more than twenty by anybody', async () => {
    const guest = await Person.entersAsGuest(server, 'Gus makes bots');
    await guest.isRefused('FORBIDDEN', CREATE_BOT, { input: { username: 'guests.bot' } });
    const { ada } = await aCast(server);
    const bots = [];
    for (let count = 1; count <= 20; count += 1) bots.push(await makesBot(ada));
    await ada.isRefused('CONFLICT', CREATE_BOT, { input: { username: 'one.too.many' } });
    await disablesBot(ada, bots[0] ?? { id: '' });
    await makesBot(ada);
  });

  it('is disabled by its owner, and by nobody else', async () => {
    const { ada, ben } = await aCast(server);
    const bot = await makesBot(ada);
    const botsOwn = comesWith(server, bot, await makesToken(ada, bot));
    await ben.isRefused('NOT_FOUND', DISABLE_BOT, { id: bot.id });
    await using socket = await botsOwn.opensSocket();
    await disablesBot(ada, bot);
    expect(await socket.closed).toBe(4401);
    await botsOwn.isRefused('UNAUTHENTICATED', SEND, { input: { roomId: bot.id, body: 'Hello' } });
    await ada.isRefused('CONFLICT', CREATE_TOKEN, { input: { botId: bot.id, name: 'Again', scopes: ['EVENTS_READ'] } });
    expect((await botsOf(ada))[0]?.disabledAt).not.toBeNull();
  });
});

describe('a bot in rooms', () => {
  it('posts as itself, and is read like anybody else', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const bot = await aBotIn(ada, room);
    const { id } = await bot.says('The build is green.', room);
    const { message } = await ben.asks<{ message: { author: { id: string } } }>(
      'query ($id: ID!) { message(id: $id) { author { id } } }',
      { id },
    );
    expect(message.author.id).toBe(bot.id);
  });

  it('is where its owner is, and nowhere else', async () => {
    const { ada, ben } = await aCast(server);
    const bot = await makesBot(ada);
    const bens = await aRoom(ben);
    const refusal = await ben.isRefused('FORBIDDEN', ADD, { id: bens.id, user: bot.user.id });
    expect(refusal.message).toBe('A bot can only be in rooms that its owner is in, too.');
    await ada.joins(bens);
    await ben.adds({ id: bot.user.id }, bens);
    expect(await membersOf(ben, bens)).toEqual([ben.id, ada.id, bot.user.id]);
  });

  it.each(['leaves', 'is removed', 'is banned'] as const)('goes when its owner %s', async (how) => {
    const { ada, ben } = await aCast(server);
    const bens = await aRoom(ben, [ada]);
    const bot = await aBotIn(ada, bens);
    if (how === 'leaves') await ada.leaves(bens);
    if (how === 'is removed') await ben.removes(ada, bens);
    if (how === 'is banned') await bans(ben, ada, bens);
    expect(await membersOf(ben, bens)).toEqual([ben.id]);
    await bot.isRefused('FORBIDDEN', SEND, { input: { roomId: bens.id, body: 'Still here' } });
  });

  it('never owns one, not even where its owner leaves last', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const bot = await aBotIn(ada, room);
    const refusal = await ada.isRefused('FORBIDDEN', SET_ROLE, { id: room.id, user: bot.id, role: 'OWNER' });
    expect(refusal.message).toBe('A bot cannot own a room.');
    await ada.leaves(room);
    expect(await countIn(server, 'membership', { room_id: room.id }, 'left_position is null')).toBe(0);
  });

  it('moderates only where its owner does, and no longer', async () => {
    const { ada, ben } = await aCast(server);
    const bens = await aRoom(ben, [ada]);
    const bot = await aBotIn(ada, bens);
    await ben.isRefused('FORBIDDEN', SET_ROLE, { id: bens.id, user: bot.id, role: 'MODERATOR' });
    await ben.makes(ada, 'MODERATOR', bens);
    await ben.makes(bot, 'MODERATOR', bens);
    await bot.asks('mutation ($id: ID!) { updateRoom(input: { roomId: $id, topic: "Beer" }) { room { id } } }', {
      id: bens.id,
    });
    await ben.makes(ada, 'MEMBER', bens);
    await bot.isRefused(
      'FORBIDDEN',
      'mutation ($id: ID!) { updateRoom(input: { roomId: $id, topic: "Wine" }) { room { id } } }',
      { id: bens.id },
    );
  });

  it('talks alone with nobody but its owner', async () => {
    const { ada, ben } = await aCast(server);
    const bot = await makesBot(ada);
    await expect(opensDirect(ben, [bot.user])).rejects.toThrow(/include its owner/);
    const room = await opensDirect(ada, [bot.user]);
    await ada.says('Hello', room);
    await comesWith(server, bot, await makesToken(ada, bot)).says('Hello, Ada', room);
  });
});

describe('a token', () => {
  it('is known by its form, and kept nowhere', async () => {
    const { ada } = await aCast(server);
    const { secret } = await makesToken(ada, await makesBot(ada));
    expect(secret).toMatch(/^tt_[0-9A-Za-z]{42}$/);
    expect(isTokenText(secret)).toBe(true);
    expect(isTokenText(`${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`)).toBe(false);
    expect(JSON.stringify(await rowsOf(server, 'bot_token'))).not.toContain(secret);
    expect(new Set(Array.from({ length: 1000 }, newTokenText)).size).toBe(1000);
  });

  it('that is unknown, revoked or past its time is refused, each with its reason', async () => {
    const { ada } = await aCast(server);
    const bot = await makesBot(ada);
    const [revoked, ending] = [
      await makesToken(ada, bot),
      await makesToken(ada, bot, { expiresAt: new Date(server.clock.now().getTime() + 60_000) }),
    ];
    await revokesToken(ada, revoked);
    expect(await reasonFor(newTokenText())).toBe('TOKEN_INVALID');
    expect(await reasonFor(revoked.secret)).toBe('SESSION_ENDED');
    expect(await reasonFor(ending.secret)).toBeUndefined();
    const bots = comesWith(server, bot, ending);
    await using socket = await bots.opensSocket();
    server.clock.advance({ minutes: 2 });
    server.app.get(SocketServer).beat();
    expect(await socket.closed).toBe(4403);
    expect(await reasonFor(ending.secret)).toBe('TOKEN_EXPIRED');
  });

  it('is revoked by its owner alone, and closes its sockets and no others at once', async () => {
    const { ada, ben } = await aCast(server);
    const bot = await makesBot(ada);
    const [token, other] = [await makesToken(ada, bot), await makesToken(ada, bot)];
    await ben.isRefused('NOT_FOUND', REVOKE_TOKEN, { id: token.id });
    await using socket = await comesWith(server, bot, token).opensSocket();
    await using stays = await comesWith(server, bot, other).opensSocket();
    await revokesToken(ada, token);
    expect(await socket.closed).toBe(4401);
    expect(await stays.subscribes('{ viewer { user { id } } }').next()).toEqual({
      viewer: { user: { id: bot.user.id } },
    });
  });

  it('says when and from where it was used last, behind a proxy as well', async () => {
    const { ada } = await aCast(server);
    const bot = await makesBot(ada);
    const { secret } = await makesToken(ada, bot);
    const headers = { authorization: `Bearer ${secret}`, 'x-forwarded-for': '203.0.113.7' };
    await post(server.url, '{ viewer { user { id } } }', {}, headers);
    const [{ tokens } = { tokens: [] }] = await botsOf(ada);
    expect(tokens[0]).toMatchObject({ lastUsedFrom: '203.0.113.7', lastUsedAt: expect.any(String) as string });
  });

  it('does not count in an address', async () => {
    const { ada } = await aCast(server);
    const { secret } = await makesToken(ada, await makesBot(ada));
    const response = await fetch(`${server.url}/graphql?access_token=${secret}&query={viewer{user{id}}}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(await response.json()).toMatchObject({ data: { viewer: null } });
  });

  it('counts for nothing once the account of its owner is disabled or deleted', async () => {
    const administrator = await theAdministrator(server);
    for (const closes of [
      (who: Person) => disables(administrator, who),
      async (who: Person) => {
        await deletesAccount(who);
        await isGone(server);
      },
    ]) {
      const { ada } = await aCast(server);
      const bot = await makesBot(ada);
      const token = await makesToken(ada, bot);
      await using socket = await comesWith(server, bot, token).opensSocket();
      await closes(ada);
      expect(await socket.closed).toBe(4401);
      expect(['SESSION_ENDED', 'TOKEN_INVALID']).toContain(await reasonFor(token.secret));
    }
  });

  it('for some rooms opens these alone: others do not exist for it', async () => {
    const { ada } = await aCast(server);
    const [inside, outside] = [await aRoom(ada), await aRoom(ada)];
    const bot = await makesBot(ada);
    for (const room of [inside, outside]) await ada.adds({ id: bot.user.id }, room);
    const said = await ada.says('A secret word: marmalade', outside);
    const heard = await ada.says('Another one: marmalade', inside);
    const limited = comesWith(server, bot, await makesToken(ada, bot, { roomIds: [inside.id] }));
    expect(await seen(limited, inside, outside, said)).toEqual({
      rooms: [inside.id],
      room: null,
      message: null,
      found: [heard.id],
    });
    const all = comesWith(server, bot, await makesToken(ada, bot));
    expect(await seen(all, inside, outside, said)).toEqual({
      rooms: [inside.id, outside.id].toSorted(),
      room: { id: outside.id },
      message: { id: said.id },
      found: [heard.id, said.id],
    });
    await limited.isRefused('NOT_FOUND', SEND, { input: { roomId: outside.id, body: 'Hello' } });
    await limited.isRefused(
      'NOT_FOUND',
      'mutation ($id: ID!) { editMessage(input: { messageId: $id, body: "x" }) { __typename } }',
      { id: said.id },
    );
  });

  it('is made for rooms that its owner is in, and no others', async () => {
    const { ada, otto } = await aCast(server);
    const ottos = await aRoom(otto, [], 'PRIVATE');
    const bot = await makesBot(ada);
    const input = { botId: bot.id, name: 'Elsewhere', scopes: ['EVENTS_READ'], roomIds: [ottos.id] };
    await ada.isRefused('NOT_FOUND', CREATE_TOKEN, { input });
    await ada.isRefused('BAD_USER_INPUT', CREATE_TOKEN, { input: { ...input, roomIds: [] } });
    await ada.isRefused('BAD_USER_INPUT', CREATE_TOKEN, { input: { ...input, roomIds: null, scopes: [] } });
  });

  it('that was stolen makes no tokens and no bots, and ends no session', async () => {
    const { ada } = await aCast(server);
    const bot = await makesBot(ada);
    const stolen = comesWith(server, bot, await makesToken(ada, bot, { scopes: BOT_SCOPES }));
    await stolen.isRefused('FORBIDDEN', CREATE_TOKEN, {
      input: { botId: bot.id, name: 'More', scopes: ['EVENTS_READ'] },
    });
    await stolen.isRefused('FORBIDDEN', CREATE_BOT, { input: { username: 'another.bot' } });
    await stolen.isRefused('FORBIDDEN', 'mutation { logoutEverywhere { ok } }');
    await stolen.isRefused('FORBIDDEN', 'mutation { logout { ok } }');
    expect(await ada.asks('{ viewer { user { id } } }')).toEqual({ viewer: { user: { id: ada.id } } });
  });
});

describe('the audit log', () => {
  it('has what a bot did under both names, and what was done to it', async () => {
    const administrator = await theAdministrator(server);
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const bot = await aBotIn(ada, room);
    await ada.makes(bot, 'MODERATOR', room);
    await bot.removes(ben, room);
    const { auditLog } = await administrator.asks<{ auditLog: { nodes: unknown[] } }>(
      '{ auditLog(first: 4) { nodes { action actor { id } actorOwner { id } subject { id } } } }',
    );
    const [did, , token, made] = auditLog.nodes;
    expect(did).toEqual({
      action: 'MEMBER_REMOVED',
      actor: { id: bot.id },
      actorOwner: { id: ada.id },
      subject: { id: ben.id },
    });
    expect(token).toEqual({
      action: 'BOT_TOKEN_CREATED',
      actor: { id: ada.id },
      actorOwner: null,
      subject: { id: bot.id },
    });
    expect(made).toMatchObject({ action: 'BOT_CREATED', actor: { id: ada.id }, subject: { id: bot.id } });
  });
});

async function botsOf(who: Person): Promise<readonly ListedBot[]> {
  return (await who.asks<{ bots: { nodes: readonly ListedBot[] } }>(BOTS)).bots.nodes;
}

async function membersOf(who: Person, { id }: { readonly id: string }): Promise<string[]> {
  const { room } = await who.asks<{ room: { members: { nodes: { user: { id: string } }[] } } }>(
    'query ($id: ID!) { room(id: $id) { members { nodes { user { id } } } } }',
    { id },
  );
  return room.members.nodes.map(({ user }) => user.id);
}

async function reasonFor(secret: string): Promise<unknown> {
  const { errors } = await post(
    server.url,
    '{ room(id: "x") { id } }',
    {},
    {
      authorization: `Bearer ${secret}`,
    },
  );
  return errors?.[0]?.extensions.reason;
}

async function seen(bot: Person, inside: { id: string }, outside: { id: string }, { id }: MessageAnswer) {
  const { viewer, room, message, search } = await bot.asks<{
    viewer: { rooms: { nodes: { id: string }[]; totalCount: number } };
    room: unknown;
    message: unknown;
    search: { nodes: { message: { id: string } }[] };
  }>(
    `query ($room: ID!, $message: ID!) {
      viewer { rooms { nodes { id } totalCount } } room(id: $room) { id } message(id: $message) { id }
      search(query: "marmalade") { nodes { message { id } } }
    }`,
    { room: outside.id, message: id },
  );
  expect(viewer.rooms.totalCount).toBe(viewer.rooms.nodes.length);
  expect(inside.id).not.toBe(outside.id);
  const rooms = viewer.rooms.nodes.map((one) => one.id).toSorted();
  return { rooms, room, message, found: search.nodes.map((hit) => hit.message.id) };
}
