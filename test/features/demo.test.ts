import { expect, it, onTestFinished } from 'vitest';
import { PASSWORD } from '../../scripts/demo/cast.mjs';
import { seed } from '../../scripts/demo/seed.mjs';
import { startThrowawayServer } from '../../scripts/demo/throwaway-server.mjs';
import { login, signInOf } from '../support/people/accounts.js';
import { dataOf, post } from '../support/requests/graphql.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SIZE = 0.12;

interface Room extends Talk {
  readonly id: string;
  readonly name: string;
  readonly directUsers: readonly { readonly username: string }[] | null;
  readonly viewerState: {
    readonly unreadCount: number;
    readonly unreadMentionCount: number;
    readonly unreadThreadCount: number;
    readonly isMuted: boolean;
    readonly isFavourite: boolean;
  };
}

interface Talk {
  readonly pins: { readonly nodes: readonly unknown[] };
  readonly messages: { readonly nodes: readonly Message[] };
}

interface Message {
  readonly body: string;
  readonly createdAt: string;
  readonly author: { readonly displayName: string };
  readonly startedThread: { readonly messageCount: number } | null;
  readonly replyTo: { readonly body: string } | null;
  readonly reactions: readonly { readonly emoji: string; readonly count: number }[];
  readonly mentions: readonly { readonly username: string }[];
}

const ROOMS = `{ viewer { rooms(first: 10) { nodes {
  id name directUsers { username } viewerState { unreadCount unreadMentionCount unreadThreadCount isMuted isFavourite }
} } } }`;
// In parts: at once they would cost more than one may ask for.
const ROOM = `query ($id: ID!) { room(id: $id) { pins(first: 5) { nodes { id } } messages(last: 90) { nodes {
  body createdAt author { displayName } startedThread { messageCount } replyTo { body } reactions { emoji count } mentions { username }
} } } }`;
const OWN = `{ viewer { openReportCount
  activity(first: 5) { nodes { id } } savedMessages(first: 5) { nodes { id } } threads(first: 5) { nodes { id } }
} }`;

const PEOPLE = '{ users(query: "") { kind avatarUrl about timeZone status { emoji text } } }';

it('the demo tells a week that ends now, has something unread of each sort for Ada, and says the same every time', async () => {
  const [one, other] = [await told(), await told()];
  expect(words(other.rooms)).toEqual(words(one.rooms));

  const { rooms, own, start } = one;
  const messages = rooms.flatMap((room) => room.messages.nodes);
  const times = messages.map(({ createdAt }) => Date.parse(createdAt));
  expect(Math.min(...times)).toBeLessThan(start - 5 * DAY);
  expect(Math.max(...times)).toBeGreaterThan(start - HOUR / 4);
  expect(Math.max(...times)).toBeLessThanOrEqual(start);
  expect(new Set(times.map((time) => new Date(time).toDateString())).size).toBeGreaterThan(6);
  for (const room of rooms) {
    const said = room.messages.nodes.map(({ createdAt }) => createdAt);
    expect(said).toEqual(said.toSorted());
  }

  const state = new Map(
    rooms.map(({ name, directUsers, viewerState }) => [directUsers ? calledBy(directUsers) : name, viewerState]),
  );
  const nothing = { unreadCount: 0, unreadMentionCount: 0, unreadThreadCount: 0, isMuted: false, isFavourite: false };
  expect(Object.fromEntries(state)).toEqual({
    Garden: { ...nothing, unreadCount: 2 },
    'Web client': { ...nothing, unreadCount: 3, unreadMentionCount: 2 },
    Trails: { ...nothing, unreadThreadCount: 1 },
    'Reading circle': { ...nothing, unreadCount: 2, isMuted: true },
    'Kitchen table': { ...nothing, unreadCount: 1, isFavourite: true },
    'Spare keys': { ...nothing, isFavourite: true },
    // What is said in a direct room is said to her.
    'ada, cleo': { ...nothing, unreadCount: 1, unreadMentionCount: 1 },
    'ada, ben': nothing,
    'ada, dara, emil': nothing,
    ada: nothing,
  });

  expect(messages.filter(({ startedThread }) => startedThread).length).toBeGreaterThan(5);
  expect(messages.filter(({ replyTo }) => replyTo).length).toBeGreaterThan(5);
  expect(messages.filter(({ mentions }) => mentions.length > 0).length).toBeGreaterThan(5);
  expect(messages.filter(({ reactions }) => reactions.length > 0).length).toBeGreaterThan(20);
  expect(messages.some(({ body }) => body.includes('```'))).toBe(true);
  expect(messages.some(({ body }) => body.includes('| --- |'))).toBe(true);
  expect(rooms.flatMap(({ pins }) => pins.nodes).length).toBeGreaterThan(0);
  for (const nodes of [own.activity, own.savedMessages, own.threads].map((page) => page.nodes))
    expect(nodes.length).toBeGreaterThan(0);
  // She administers the server, and has something to do.
  expect(own.openReportCount).toBe(2);
  // Nothing that is said there has the server ask the network.
  expect(messages.filter(({ body }) => /https?:/.test(body))).toEqual([]);
  expect(one.people.filter(({ avatarUrl }) => avatarUrl !== null)).toHaveLength(5);
  expect(one.people.filter(({ about }) => about !== null)).toHaveLength(5);
  expect(one.people.every(({ kind, timeZone }) => kind === 'GUEST' || timeZone !== null)).toBe(true);
  expect(one.people.filter(({ status }) => status !== null).length).toBeGreaterThan(2);
  // Twice a whole week of a team, over the network.
}, 180_000);

interface Face {
  readonly kind: string;
  readonly avatarUrl: string | null;
  readonly about: string | null;
  readonly timeZone: string | null;
  readonly status: object | null;
}

interface Own {
  readonly openReportCount: number;
  readonly activity: { readonly nodes: readonly unknown[] };
  readonly savedMessages: { readonly nodes: readonly unknown[] };
  readonly threads: { readonly nodes: readonly unknown[] };
}

/** The demo on a server of its own, as Ada sees it. */
async function told(): Promise<{ rooms: readonly Room[]; own: Own; people: readonly Face[]; start: number }> {
  const server = await startThrowawayServer({ PORT: '0' });
  onTestFinished(async () => {
    server.stop();
    await server.ended;
  });
  const start = Date.now();
  await seed(server, { now: start, size: SIZE });
  const url = server.address;
  const { session } = signInOf(await login({ url }, { username: 'ada', password: PASSWORD }));
  const ask = async <T>(query: string, variables = {}): Promise<T> =>
    dataOf(await post<T>(url, query, variables, { authorization: `Bearer ${session.accessToken}` }));
  const list = (await ask<{ viewer: { rooms: { nodes: Room[] } } }>(ROOMS)).viewer.rooms.nodes;
  const rooms: Room[] = [];
  for (const room of list) rooms.push({ ...room, ...(await ask<{ room: Talk }>(ROOM, { id: room.id })).room });
  const people = (await ask<{ users: Face[] }>(PEOPLE)).users;
  return { rooms, own: (await ask<{ viewer: Own }>(OWN)).viewer, people, start };
}

function calledBy(people: readonly { readonly username: string }[]): string {
  return people
    .map(({ username }) => username)
    .toSorted()
    .join(', ');
}

function words(rooms: readonly Room[]): unknown {
  return rooms.map(({ name, messages, viewerState }) => ({
    name,
    viewerState,
    said: messages.nodes.map(({ body, author, startedThread, replyTo, reactions }) => ({
      ...{ body, author, startedThread, replyTo, reactions },
    })),
  }));
}
