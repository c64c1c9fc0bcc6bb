import { buildSchema, isObjectType, isInterfaceType } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { neededToSee } from '#server/bots/index.js';
import { aBotIn, BOT_SCOPES, type BotScope, comesWith, makesBot, makesToken } from '../support/people/bots.js';
import { type Cast, aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
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
  'Mutation.setTyping': 'MESSAGES_WRITE',
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
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
    const open = types.map(({ name }) => name).filter((name) => neededToSee(name) !== 'a person');
    // As many as the table names: one that the schema does not have would be missing here.
    expect(open).toHaveLength(74);
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
