import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { GraphqlClient, type Dialect } from '../clients/graphql-client.js';
import type { Client } from '../clients/client.js';
import { GraphqlWsClient } from '../clients/graphql-ws-client.js';
import { HttpClient } from '../clients/http-client.js';
import { HttpCaller } from '../clients/http-caller.js';
import { equalIds } from '../clients/operation-ids.js';
import { addMessages } from '../history/ours.js';
import type { Disk } from '../servers/disk.js';
import { ServerProcess } from '../servers/server-process.js';
import type { Contestant, OpenOptions, Plan, Venue } from './contestant.js';
import { newFolder } from './folder.js';
import { inParallel } from './in-parallel.js';
import { venue } from './venue.js';

const MAIN = new URL('../../server/main.js', import.meta.url);

const MESSAGE = 'id number body createdAt author { id displayName }';
const NODES = `nodes { ${MESSAGE} }`;
const EDGES = `edges { cursor node { ${MESSAGE} } }`;
const SUBSCRIPTION = `subscription ($roomId: ID!, $after: Cursor) {
  roomEvents(roomId: $roomId, after: $after) {
    cursor live mark
    event { id ... on MessageSent { seq message { ${MESSAGE} } } }
  }
}`;
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id number } } }';

export const dialect = dialectOf(NODES);

export type Connect = (url: string, who: { person: number; token: string | undefined }) => Promise<Client>;

const fast: Connect = (url, who) => GraphqlClient.connect(url, { dialect, ...who });

export const ours = contestant('ours', { connect: fast });

export const oursWithEqualIds = contestant('ours with equal ids', {
  connect: (url, who) => GraphqlClient.connect(url, { dialect, ...who, newId: equalIds() }),
});

/** Who listens does so with graphql-ws's own client; who speaks is no part of what is compared. */
export const oursForGraphqlWs = contestant("ours for graphql-ws's client", {
  connect: fast,
  listen: (url, { token }) => Promise.resolve(new GraphqlWsClient(url, dialect, token)),
});

/** Who asks for the cursor of each message of a page, as the web client does. */
export const oursWithCursors = contestant('ours with cursors', {
  connect: (url, who) => GraphqlClient.connect(url, { dialect: dialectOf(EDGES), ...who }),
});

/** Whoever listens does so on a socket: nothing is delivered over HTTP. */
export const oursOverHttp = contestant('ours over HTTP', {
  connect: (url, { person, token }) => Promise.resolve(new HttpClient(new HttpCaller(url), dialect, person, token)),
  listen: fast,
});

interface Ours extends Contestant {
  open(plan: Plan, options?: OpenOptions): Promise<Furnished>;
}

/** The server as users start it; its limits on one caller are off, because all the load comes from one address. */
export function contestant(name: string, { connect, listen = connect }: { connect: Connect; listen?: Connect }): Ours {
  const open = async (folder: string, plan: Plan, { disk, furnishing }: Opening = {}): Promise<Furnished> => {
    const server = await start(folder, disk);
    const { tokens, rooms } = furnishing ?? (await furnish(server.url, plan));
    const opened = venue({
      server,
      folder,
      rooms,
      connect: (person) => connect(server.url, { person, token: tokens[person] }),
      listen: (person) => listen(server.url, { person, token: tokens[person] }),
    });
    return { ...opened, tokens };
  };
  return {
    name,
    open: (plan, options) => open(newFolder(), plan, options),
    async openWithHistory(plan, messages) {
      const folder = newFolder();
      const before = await open(folder, plan);
      const middle = await addHistory(before, fileIn(folder), messages);
      await before.server.kill();
      return { ...(await open(folder, plan, { furnishing: before })), middle };
    },
  };
}

function dialectOf(page: string): Dialect {
  return {
    confirms: true,
    subscription: (roomId, after) => ({
      query: SUBSCRIPTION,
      variables: after === undefined ? { roomId } : { roomId, after },
    }),
    send: (roomId, body) => ({ query: SEND, variables: { input: { roomId, body, nonce: randomUUID() } } }),
    latest: (id) => ({
      query: `query ($id: ID!) { room(id: $id) { messages(last: 50) { ${page} } } }`,
      variables: { id },
    }),
    before: (id, before) => ({
      query: `query ($id: ID!, $before: Cursor!) { room(id: $id) { messages(last: 50, before: $before) { ${page} } } }`,
      variables: { id, before },
    }),
  };
}

interface Furnishing {
  readonly tokens: readonly string[];
  readonly rooms: readonly string[];
}

type Furnished = Venue & Furnishing;

interface Opening extends OpenOptions {
  /** Who is there already. */
  readonly furnishing?: Furnishing;
}

/** Everybody says something that can be copied; half-way, the newest message's cursor is the middle. */
async function addHistory({ server, tokens, rooms }: Furnished, file: string, messages: number): Promise<string> {
  const [room = ''] = rooms;
  const speakers = new HttpCaller(server.url);
  for (const [person, token] of tokens.entries()) {
    await speakers.call(dialect.send(room, 'The first thing that I say.', person), token);
  }
  speakers.close();
  const half = Math.floor(messages / 2);
  addMessages(file, room, half - tokens.length);
  // On a connection of its own: the server has long hung up on those before.
  const reader = new HttpCaller(server.url);
  const newest = await reader.call(
    {
      query: 'query ($id: ID!) { room(id: $id) { messages(last: 1) { pageInfo { endCursor } } } }',
      variables: { id: room },
    },
    tokens[0],
  );
  reader.close();
  addMessages(file, room, messages - half);
  return paged.parse(JSON.parse(newest)).data.room.messages.pageInfo.endCursor;
}

function start(folder: string, disk?: Disk): Promise<ServerProcess> {
  return ServerProcess.start({
    script: MAIN,
    disk,
    environment: {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${fileIn(folder)}`,
      UPLOADS_DIR: join(folder, 'uploads'),
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
    },
  });
}

function fileIn(folder: string): string {
  return join(folder, 'tertulia.db');
}

/** Guests, because a password takes its hashing, and public rooms, which guests may join. */
async function furnish(url: string, plan: Plan): Promise<Furnishing> {
  const caller = new HttpCaller(url);
  const tokens = await inParallel(plan.people, (person) => enter(caller, person));
  const rooms = await inParallel(plan.rooms.length, (room) =>
    create(caller, room, tokens[plan.rooms[room]?.owner ?? 0]),
  );
  const joins = plan.rooms.flatMap(({ members }, room) => members.map((member) => ({ room, member })));
  await inParallel(joins.length, async (at) => {
    const { room = 0, member = 0 } = joins[at] ?? {};
    await caller.call(
      {
        query: 'mutation ($input: JoinRoomInput!) { joinRoom(input: $input) { room { id } } }',
        variables: { input: { roomId: rooms[room] } },
      },
      tokens[member],
    );
  });
  caller.close();
  return { tokens, rooms };
}

async function enter(caller: HttpCaller, person: number): Promise<string> {
  const answer = await caller.call({
    query: 'mutation ($input: EnterAsGuestInput!) { enterAsGuest(input: $input) { session { accessToken } } }',
    variables: { input: { nickname: `Person ${String(person)}` } },
  });
  return entered.parse(JSON.parse(answer)).data.enterAsGuest.session.accessToken;
}

async function create(caller: HttpCaller, room: number, token: string | undefined): Promise<string> {
  const answer = await caller.call(
    {
      query: 'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id } } }',
      variables: { input: { name: `Room ${String(room)}` } },
    },
    token,
  );
  return created.parse(JSON.parse(answer)).data.createRoom.room.id;
}

const entered = z.object({
  data: z.object({ enterAsGuest: z.object({ session: z.object({ accessToken: z.string() }) }) }),
});
const created = z.object({ data: z.object({ createRoom: z.object({ room: z.object({ id: z.string() }) }) }) });
const paged = z.object({
  data: z.object({
    room: z.object({ messages: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) }),
  }),
});
