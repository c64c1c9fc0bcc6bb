import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { neededToSee, TYPES_OPEN_TO_BOTS } from '#server/bots/index.js';
import type { BotScope } from '#server/caller/index.js';
import { announces } from '../support/files/resumable.js';
import { get, postUpload, upload } from '../support/files/uploads.js';
import { aBotIn, BOT_SCOPES, comesWith, makesBot, makesToken } from '../support/people/bots.js';
import { type Cast, aCast } from '../support/people/cast.js';
import { PIN, type Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { post } from '../support/requests/graphql.js';
import { type RootField, rootFieldsOf } from '../support/requests/minimal-operations.js';
import { aServer } from '../support/servers/server.js';
import { Socket } from '../support/sockets/socket.js';

const server = await aServer();
const fields = await rootFieldsOf(server.url);

/** What a bot may ask, and the scope that it takes. Whoever adds to this list opens a door. */
const OPEN_TO_BOTS: Readonly<Record<string, BotScope | null>> = {
  'Mutation.acknowledge': 'EVENTS_READ',
  'Mutation.addMember': 'MEMBERS_WRITE',
  'Mutation.addReaction': 'MESSAGES_WRITE',
  'Mutation.banMember': 'MEMBERS_WRITE',
  'Mutation.deleteConsumer': 'EVENTS_READ',
  'Mutation.deleteMessage': 'MESSAGES_WRITE',
  'Mutation.editMessage': 'MESSAGES_WRITE',
  'Mutation.leaveRoom': 'ROOMS_WRITE',
  'Mutation.pinMessage': 'MESSAGES_WRITE',
  'Mutation.removeMember': 'MEMBERS_WRITE',
  'Mutation.removeReaction': 'MESSAGES_WRITE',
  'Mutation.sendMessage': 'MESSAGES_WRITE',
  'Mutation.setCommands': 'MESSAGES_WRITE',
  'Mutation.setTyping': 'MESSAGES_WRITE',
  'Mutation.streamMessage': 'MESSAGES_WRITE',
  'Mutation.unbanMember': 'MEMBERS_WRITE',
  'Mutation.unpinMessage': 'MESSAGES_WRITE',
  'Mutation.updateRoom': 'ROOMS_WRITE',
  'Mutation.uploadFile': 'FILES_WRITE',
  'Query.consumer': 'EVENTS_READ',
  'Query.consumers': 'EVENTS_READ',
  'Query.events': 'EVENTS_READ',
  'Query.message': 'MESSAGES_READ',
  'Query.messageByNonce': 'MESSAGES_READ',
  'Query.node': 'MESSAGES_READ',
  'Query.nodes': 'MESSAGES_READ',
  'Query.rateLimit': null,
  'Query.room': null,
  'Query.search': 'MESSAGES_READ',
  'Query.server': null,
  'Query.thread': 'MESSAGES_READ',
  'Query.userByUsername': 'MEMBERS_WRITE',
  'Query.viewer': null,
  'Subscription.consume': 'EVENTS_READ',
  'Subscription.events': 'EVENTS_READ',
  'Subscription.roomEvents': 'EVENTS_READ',
  'Subscription.roomStreams': 'MESSAGES_READ',
};

const FOR_PEOPLE = 'Bots cannot do this. It takes a person who is signed in.';

describe('a bot with every scope', () => {
  it('is refused by every field over HTTP, but for those on the list', async () => {
    const bot = await aBot(BOT_SCOPES);
    const open = await openFields(
      fields.filter(({ kind }) => kind !== 'subscription'),
      (field) => overHttp(field, bot),
    );
    expect(open).toEqual(Object.keys(OPEN_TO_BOTS).filter((name) => !name.startsWith('Subscription.')));
  });

  it('is refused by every field and subscription over a socket, but for those on the list', async () => {
    const bot = await aBot(BOT_SCOPES);
    await using socket = await bot.opensSocket();
    const open = await openFields(
      fields.filter(({ takesUpload }) => !takesUpload),
      (field) => overSocket(socket, field),
    );
    expect(open).toEqual(Object.keys(OPEN_TO_BOTS).filter((name) => name !== 'Mutation.uploadFile'));
  });
});

describe.each(BOT_SCOPES)('a token with every scope but %s', (lacking) => {
  const needing = Object.keys(OPEN_TO_BOTS).filter((name) => OPEN_TO_BOTS[name] === lacking);

  it('opens what takes the others, and refuses what takes this one by its name', async () => {
    const bot = await aBot(BOT_SCOPES.filter((scope) => scope !== lacking));
    await using socket = await bot.opensSocket();
    const refused: string[] = [];
    for (const field of fields.filter(({ name }) => name in OPEN_TO_BOTS)) {
      const refusal = await (field.takesUpload ? overHttp(field, bot) : overSocket(socket, field));
      if (refusal?.message === `This token does not have the scope ${lacking}.`) refused.push(field.name);
      else expect(refusal?.message ?? '', field.name).not.toMatch(/scope|Bots cannot/);
    }
    expect(refused.toSorted()).toEqual(needing);
  });
});

describe('what an operation of a bot selects', () => {
  it('is of types that the table has: none of them was renamed', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    for (const name of TYPES_OPEN_TO_BOTS) expect(schema.getType(name), name).toBeDefined();
    for (const name of ['Session', 'Invitation', 'AuditEntry', 'Account', 'BotToken', 'RoomViewerState', 'Report'])
      expect(neededToSee(name)).toBe('a person');
  });

  it('holds no message without MESSAGES_READ, wherever it stands: the operation is refused as a whole', async () => {
    const { cast, bot } = await aScene(BOT_SCOPES.filter((scope) => scope !== 'MESSAGES_READ'));
    const room = await aRoom(cast.ada);
    await cast.ada.adds({ id: bot.id }, room);
    const refused = [
      '{ viewer { rooms(first: 1) { nodes { messages(first: 1) { nodes { id } } } } } }',
      `{ room(id: "${room.id}") { pins(first: 1) { nodes { id } } } }`,
      `{ room(id: "${room.id}") { ...R } } fragment R on Room { messagesAround(number: 1) { pageInfo { hasNextPage } } }`,
      `mutation { sendMessage(input: { roomId: "${room.id}", body: "Hello" }) { message { id } } }`,
      `{ events(after: "x") { event { ... on MessageSent { id } } } }`,
      `{ events(after: "x") { event { ... on MessageEvent { message { body } } } } }`,
    ];
    for (const operation of refused) {
      const refusal = await bot.isRefused('FORBIDDEN', operation);
      expect(refusal.message, operation).toBe('This token does not have the scope MESSAGES_READ.');
    }
    const { room: seen } = await cast.ada.asks<{ room: { messages: { nodes: unknown[] } } }>(
      `{ room(id: "${room.id}") { messages { nodes { id } } } }`,
    );
    expect(seen.messages.nodes).toEqual([]);
    await bot.asks(`mutation { sendMessage(input: { roomId: "${room.id}", body: "Hello" }) { __typename } }`);
  });

  it('is nothing that is for people: no session, no invitation, no token', async () => {
    const { cast, bot } = await aScene(BOT_SCOPES);
    const room = await aRoom(cast.ada);
    await cast.ada.adds({ id: bot.id }, room);
    for (const operation of [
      '{ viewer { sessions { id } } }',
      '{ viewer { notificationSettings { __typename } } }',
      '{ viewer { isAdministrator } }',
      `{ room(id: "${room.id}") { invitations { code } } }`,
      `{ room(id: "${room.id}") { bans { nodes { __typename } } } }`,
      '{ viewer { user { bot { tokens { id } } } } }',
    ])
      expect((await bot.isRefused('FORBIDDEN', operation)).message, operation).toBe(FOR_PEOPLE);
    await bot.asks('{ viewer { user { bot { owner { username } } } rooms { nodes { name } } eventCursor } }');
  });
});

describe('over plain HTTP a token', () => {
  it('reads files with MESSAGES_READ, of its rooms alone, and sends them with FILES_WRITE', async () => {
    const { ada } = await aCast(server);
    const [inside, outside] = [await aRoom(ada), await aRoom(ada)];
    const bot = await makesBot(ada);
    for (const room of [inside, outside]) await ada.adds({ id: bot.user.id }, room);
    const [shown, hidden] = [await aFileIn(ada, inside), await aFileIn(ada, outside)];
    const comes = async (scopes: readonly BotScope[], roomIds: readonly string[] | null = null) =>
      comesWith(server, bot, await makesToken(ada, bot, { scopes, roomIds }));
    const reader = await comes(['MESSAGES_READ'], [inside.id]);
    expect((await get(reader, shown)).status).toBe(200);
    expect((await get(reader, hidden)).status).toBe(404);
    expect((await announces(reader, inside, { length: 5 })).status).toBe(403);
    expect(
      (
        await postUpload(reader, [
          ['roomId', inside.id],
          ['file', new File(['x'], 'x.txt')],
        ])
      ).status,
    ).toBe(403);
    const sender = await comes(['FILES_WRITE'], [inside.id]);
    expect((await get(sender, shown)).status).toBe(403);
    expect((await announces(sender, inside, { length: 5 })).status).toBe(201);
    expect((await announces(sender, outside, { length: 5 })).status).toBe(404);
  });
});

it('a token for some rooms finds nothing of the others by an id, not even the room', async () => {
  const { ada } = await aCast(server);
  const [inside, outside] = [await aRoom(ada, [], 'PRIVATE'), await aRoom(ada, [], 'PRIVATE')];
  const bot = await makesBot(ada);
  for (const room of [inside, outside]) await ada.adds({ id: bot.user.id }, room);
  const [shown, hidden] = [await ada.says('Here', inside), await ada.says('There', outside)];
  const token = await makesToken(ada, bot, { scopes: ['MESSAGES_READ'], roomIds: [inside.id] });
  const { nodes } = await comesWith(server, bot, token).asks<{ nodes: ({ id: string } | null)[] }>(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: [inside.id, shown.id, outside.id, hidden.id] },
  );
  expect(nodes).toEqual([{ id: inside.id }, { id: shown.id }, null, null]);
});

describe('the limits of bots', () => {
  it('are counted for each token: one that is refused leaves the others of its bot theirs', async () => {
    const strict = await aServer({ RATE_LIMITS: 'on' });
    const { ada } = await aCast(strict);
    const room = await aRoom(ada);
    const message = await ada.says('Look', room);
    const bot = await makesBot(ada);
    await ada.adds({ id: bot.user.id }, room);
    const [wild, calm] = [await makesToken(ada, bot), await makesToken(ada, bot)].map((token) =>
      comesWith(strict, bot, token),
    );
    const pins = async (who: Person | undefined) =>
      (await post(strict.url, PIN, { id: message.id }, who?.bearer)).errors?.[0];
    let refusal = await pins(wild);
    for (let count = 0; count < 200 && !refusal; count += 1) refusal = await pins(wild);
    expect(refusal?.extensions.code).toBe('RATE_LIMITED');
    expect(await pins(calm)).toBeUndefined();
  });
});

async function aFileIn(who: Person, room: { readonly id: string }): Promise<string> {
  const { id, url } = await upload(who, room, 'notes.txt', 'Hello');
  await who.says('My notes', room, { attachmentIds: [id] });
  return url;
}

async function aScene(scopes: readonly BotScope[]): Promise<{ cast: Cast; bot: Person }> {
  const cast = await aCast(server);
  const made = await makesBot(cast.ada);
  return { cast, bot: comesWith(server, made, await makesToken(cast.ada, made, { scopes })) };
}

async function aBot(scopes: readonly BotScope[]): Promise<Person> {
  const { ada } = await aCast(server);
  return aBotIn(ada, await aRoom(ada), { scopes });
}

/** The names of those that do not say that they are for people. */
async function openFields(
  asked: readonly RootField[],
  ask: (field: RootField) => Promise<{ message: string } | undefined>,
): Promise<string[]> {
  const open: string[] = [];
  for (const field of asked) if ((await ask(field))?.message !== FOR_PEOPLE) open.push(field.name);
  return open.toSorted();
}

async function overHttp(field: RootField, bot: Person): Promise<{ message: string } | undefined> {
  if (!field.takesUpload) return (await post<unknown>(server.url, field.operation, {}, bot.bearer)).errors?.[0];
  const form = new FormData();
  form.append('operations', JSON.stringify({ query: field.operation, variables: { file: null } }));
  form.append('map', JSON.stringify({ 0: ['variables.file'] }));
  form.append('0', new File(['x'], 'x.txt'));
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: bot.bearer, body: form });
  return ((await response.json()) as { errors?: { message: string }[] }).errors?.[0];
}

async function overSocket(socket: Socket, { operation }: RootField): Promise<{ message: string } | undefined> {
  return (await socket.subscribes<unknown>(operation).answer()).errors?.[0];
}
