import { z } from 'zod';
import { ours } from '../contestants/ours.js';
import { inParallel } from '../contestants/in-parallel.js';
import { addMessages } from '../history/ours.js';
import { type Cost, CountingServer } from '../in-process/counting-server.js';
import { percentile } from '../measure/statistics.js';
import type { Circumstances, Measures, Work } from './work.js';

const MESSAGE = `id number seq body createdAt editedAt deletedAt pinnedAt author { id displayName } mentions { id }
  mentionsRoom reactions { emoji count } replyTo { id number body } thread { id } viewerState { reactions isSaved }`;
const PAGE = `edges { cursor node { ${MESSAGE} startedThread { id messageCount lastMessageAt } } } pageInfo { hasNextPage hasPreviousPage }`;
const BADGES = `query ($after: Cursor) { viewer { rooms(first: 100, after: $after) {
  nodes { id name viewerState { lastReadNumber unreadCount unreadMentionCount unreadThreadCount unreadThreadMentionCount isMuted isFavourite } }
  pageInfo { hasNextPage endCursor }
} } }`;
const AROUND = `query ($id: ID!, $number: Int!) { room(id: $id) { messagesAround(number: $number) { ${PAGE} } } }`;
const THREAD = `query ($id: ID!) { message(id: $id) { ${MESSAGE} } thread(id: $id) {
  id messageCount lastMessageAt participants(first: 3) { id displayName }
  viewerState { follows lastReadNumber unreadCount } messages(last: 50) { edges { cursor node { ${MESSAGE} } } }
} }`;
const ENTER =
  'mutation ($input: EnterAsGuestInput!) { answer: enterAsGuest(input: $input) { user { id username } session { accessToken } } }';
const CREATE = 'mutation ($input: CreateRoomInput!) { answer: createRoom(input: $input) { room { id } } }';
const JOIN = 'mutation ($input: JoinRoomInput!) { joinRoom(input: $input) { room { id } } }';
const SEND = 'mutation ($input: SendMessageInput!) { answer: sendMessage(input: $input) { message { id } } }';

/** Badges of somebody who is in very many rooms, each with messages, a mention, and a thread that they follow, all unread. */
export const badges: Work = {
  name: 'badges',
  contestants: [ours],
  rows: [
    {
      title: 'in process, badges of 500 rooms with mentions and threads, in pages of 100, p50 ms',
      measure: 'milliseconds',
    },
    { title: 'statements of that', measure: 'statements' },
  ],
  async run(_, circumstances) {
    const rooms = circumstances.amount(500, 100);
    const server = await CountingServer.open();
    const [ada, ben] = [await enter(server, 'Ada'), await enter(server, 'Ben')];
    await inParallel(rooms, async (room) => {
      const roomId = await create(server, `Room ${String(room)}`, ben);
      await server.ask(JOIN, { input: { roomId } }, ada.token);
      const root = await say(server, ada, { roomId, body: 'Who is there?' });
      for (const body of ['I am.', 'As well.', `@${ada.username} and you?`]) await say(server, ben, { roomId, body });
      await say(server, ben, { roomId, body: 'Beside it.', threadRootId: root });
    });
    const places = await placesOf(server, ada.token, rooms);
    const measures = await measured(circumstances, () => allBadges(server, ada.token, places));
    await server.close();
    return measures;
  },
};

export const openThread: Work = {
  name: 'thread',
  contestants: [ours],
  rows: [
    {
      title: 'in process, opening a thread of 60 replies in a room of 200,000 messages, p50 ms',
      measure: 'milliseconds',
    },
    { title: 'statements of that', measure: 'statements' },
  ],
  run: (_, circumstances) =>
    inLongRoom(circumstances, async ({ server, ada, roomId, root }) => {
      for (let reply = 0; reply < 60; reply += 1)
        await say(server, ada, { roomId, body: `Reply ${String(reply)}`, threadRootId: root });
      return measured(circumstances, () => server.costOf(THREAD, { id: root }, ada.token));
    }),
};

export const jump: Work = {
  name: 'jump',
  contestants: [ours],
  rows: [
    { title: 'in process, jumping into the middle of 200,000 messages, p50 ms', measure: 'milliseconds' },
    { title: 'statements of that', measure: 'statements' },
  ],
  run: (_, circumstances) =>
    inLongRoom(circumstances, ({ server, ada, roomId, length }) =>
      measured(circumstances, () => server.costOf(AROUND, { id: roomId, number: Math.floor(length / 2) }, ada.token)),
    ),
};

interface Guest {
  readonly username: string;
  readonly token: string;
}

interface LongRoom {
  readonly server: CountingServer;
  readonly ada: Guest;
  readonly roomId: string;
  readonly root: string;
  readonly length: number;
}

async function inLongRoom({ amount }: Circumstances, work: (place: LongRoom) => Promise<Measures>): Promise<Measures> {
  const length = amount(200_000, 20_000);
  const server = await CountingServer.open();
  const ada = await enter(server, 'Ada');
  const roomId = await create(server, 'Hall', ada);
  const root = await say(server, ada, { roomId, body: 'The first thing that I say.' });
  await server.reopened(() => {
    addMessages(server.file, roomId, length - 1);
  });
  const measures = await work({ server, ada, roomId, root, length });
  await server.close();
  return measures;
}

/** What the first ones cost is code that is not compiled yet. */
async function measured({ amount }: Circumstances, ask: () => Promise<Cost>): Promise<Measures> {
  for (let warming = 0; warming < amount(50, 10); warming += 1) await ask();
  const costs: Cost[] = [];
  for (let sample = 0; sample < amount(200, 30); sample += 1) costs.push(await ask());
  return {
    milliseconds: percentile(
      costs.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
    statements: Math.max(...costs.map(({ statements }) => statements)),
  };
}

/** As the client does after its start: page after page, from places that are known here so that nothing else is counted. */
async function allBadges(server: CountingServer, token: string, places: readonly (string | null)[]): Promise<Cost> {
  const total = { milliseconds: 0, statements: 0 };
  for (const after of places) {
    const { milliseconds, statements } = await server.costOf(BADGES, { after }, token);
    total.milliseconds += milliseconds;
    total.statements += statements;
  }
  return total;
}

/** Where each page of badges begins. All that is to be counted must be in them. */
async function placesOf(server: CountingServer, token: string, rooms: number): Promise<(string | null)[]> {
  const places: (string | null)[] = [];
  const found: unknown[] = [];
  for (let after: string | null = null; ;) {
    places.push(after);
    const { viewer } = badgePage.parse(await server.ask(BADGES, { after }, token));
    found.push(...viewer.rooms.nodes);
    after = viewer.rooms.pageInfo.endCursor;
    if (!viewer.rooms.pageInfo.hasNextPage) break;
  }
  if (found.length !== rooms) throw new Error(`${String(found.length)} rooms have something unread of each sort.`);
  return places;
}

async function enter(server: CountingServer, nickname: string): Promise<Guest> {
  const { user, session } = entered.parse(await server.ask(ENTER, { input: { nickname } })).answer;
  return { username: user.username, token: session.accessToken };
}

async function create(server: CountingServer, name: string, { token }: Guest): Promise<string> {
  return created.parse(await server.ask(CREATE, { input: { name } }, token)).answer.room.id;
}

async function say(
  server: CountingServer,
  { token }: Guest,
  input: { roomId: string; body: string; threadRootId?: string },
): Promise<string> {
  return sent.parse(await server.ask(SEND, { input }, token)).answer.message.id;
}

const entered = z.object({
  answer: z.object({ user: z.object({ username: z.string() }), session: z.object({ accessToken: z.string() }) }),
});
const created = z.object({ answer: z.object({ room: z.object({ id: z.string() }) }) });
const sent = z.object({ answer: z.object({ message: z.object({ id: z.string() }) }) });
const badgePage = z.object({
  viewer: z.object({
    rooms: z.object({
      nodes: z.array(
        z.object({
          viewerState: z.object({
            unreadCount: z.literal(3),
            unreadMentionCount: z.literal(1),
            unreadThreadCount: z.literal(1),
          }),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
