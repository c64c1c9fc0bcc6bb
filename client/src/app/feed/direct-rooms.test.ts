import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvent } from './apply-event';
import { fromViewer, withOpenRoom } from './apply-read';
import type { ChatState } from './chat-state';
import { directRoomWith, roomNameIn } from './direct-rooms';
import { person, TinyServer } from './test/tiny-server';
import { withThreadReading } from './thread-reading';

const ADA = 'ada';
const KITCHEN = 'kitchen';
const DESK = 'desk';
const THREE = 'three';

type Step = (server: TinyServer) => void;

/** Ada's page with all of her rooms, as it would be read now. */
function freshRead(server: TinyServer): ChatState {
  const viewer = fromViewer(server.readViewer(ADA));
  return [...viewer.rooms.keys()].reduce((all, id) => withOpenRoom(all, server.readRoom(id, ADA)), viewer);
}

/** What only the server knows of threads is asked for, as the page does it. */
function withThreadsAsked(server: TinyServer, state: ChatState): ChatState {
  const asked = [...state.rooms].flatMap(([roomId, { threads }]) =>
    [...threads].flatMap(([id, { mustAsk }]) => (mustAsk ? [{ roomId, id }] : [])),
  );
  return asked.reduce((all, { roomId, id }) => withThreadReading(all, server.readThreadState(roomId, id, ADA)), state);
}

/** What lists show of them. */
function facts({ blocked, order, rooms }: ChatState) {
  const listed = order.flatMap((id) => rooms.get(id) ?? []);
  return {
    blocked: [...blocked].toSorted(),
    rooms: listed.map(({ people, room, viewerState }) => ({ people, room, viewerState })),
  };
}

function follow(server: TinyServer, state: ChatState, position: number): ChatState {
  return server.eventsAfter(position, ADA).reduce(applyEvent, state);
}

test('a direct room is called by those whom it is for, and one’s own notes by what they are', () => {
  const server = new TinyServer([KITCHEN], ADA);
  server.openDirect(DESK, [ADA, 'ben']);
  server.openDirect(THREE, [ADA, 'cleo', 'ben']);
  server.openDirect('notes', [ADA]);
  const state = freshRead(server);
  const names = (id: string) => state.rooms.get(id)?.room.name;
  expect([DESK, THREE, 'notes', KITCHEN].map(names)).toEqual(['ben', 'ben, cleo', 'Your notes', KITCHEN]);
  expect(directRoomWith(state, ['ben'])?.room.id).toBe(DESK);
  expect(directRoomWith(state, [])?.room.id).toBe('notes');
  expect(directRoomWith(state, ['cleo'])).toBeNull();
  expect(roomNameIn(state, { id: DESK, name: '' })).toBe('ben');
});

test('it is in the list with its name and what is unread, once something is said there, and nothing of it is asked for', () => {
  const server = new TinyServer([KITCHEN], ADA);
  const state = freshRead(server);
  const { position } = server;
  server.openDirect(DESK, ['ben', ADA]);
  expect(follow(server, state, position).rooms.has(DESK)).toBe(false);
  server.send(DESK, 'ben', 'Hello');
  server.send(DESK, 'ben', 'Tea?');
  const desk = follow(server, state, position).rooms.get(DESK);
  expect(desk?.room.name).toBe('ben');
  expect(desk?.viewerState).toMatchObject({ lastReadNumber: 0, unreadCount: 2, unreadMentionCount: 2 });
});

test('whoever changes their name changes that of the rooms that are called by them', () => {
  const server = new TinyServer([KITCHEN], ADA);
  server.openDirect(DESK, [ADA, 'ben']);
  const changed = { ...person('ben'), displayName: 'Benjamin' };
  const event = { __typename: 'UserChanged', id: 'e', at: '', actor: changed, changed } as const;
  const state = applyEvent(freshRead(server), event);
  expect(state.rooms.get(DESK)?.room.name).toBe('Benjamin');
  expect(state.rooms.get(DESK)?.people?.map(({ displayName }) => displayName)).toEqual([ADA, 'Benjamin']);
});

test('one that was closed comes back with the next thing that is said there, but not by whom one blocks', () => {
  const server = new TinyServer([KITCHEN], ADA);
  server.openDirect(DESK, [ADA, 'ben']);
  server.send(DESK, ADA, 'Hello');
  server.closeDirect(DESK, ADA);
  const isClosed = (state: ChatState) => state.rooms.get(DESK)?.viewerState?.isClosed;
  const closed = freshRead(server);
  expect(isClosed(closed)).toBe(true);
  server.setBlocked(ADA, 'ben', true);
  let { position } = server;
  const blocking = freshRead(server);
  server.send(DESK, 'ben', 'Hello?');
  expect(isClosed(follow(server, blocking, position))).toBe(true);
  expect(follow(server, blocking, position).rooms.get(DESK)?.viewerState?.unreadCount).toBe(0);
  position = server.position;
  const quiet = freshRead(server);
  server.setBlocked(ADA, 'ben', false);
  expect(isClosed(follow(server, quiet, position))).toBe(false);
  expect(follow(server, quiet, position).rooms.get(DESK)?.viewerState?.unreadCount).toBe(1);
});

const who = fc.constantFrom(ADA, 'ben', 'cleo');
const room = fc.constantFrom(KITCHEN, DESK, THREE);
const number = fc.nat(6);
const body = fc.constantFrom('Hello', '@ada?', '@room!');

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<readonly [string, ...string[]]>([ADA, 'ben'], ['ben', ADA]).map((people): Step => (server) => {
    server.openDirect(DESK, people);
  }),
  fc.constantFrom(ADA, 'ben', 'cleo').map((opener): Step => (server) => {
    server.openDirect(THREE, [opener, ...[ADA, 'ben', 'cleo'].filter((id) => id !== opener)]);
  }),
  {
    weight: 4,
    arbitrary: fc.tuple(room, who, body).map(([id, person, text]): Step => (server) => {
      if (server.has(id)) server.send(id, person, text);
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(room, number, who, body).map(([id, root, person, text]): Step => (server) => {
      if (server.has(id)) server.reply(id, root, person, text);
    }),
  },
  fc.tuple(room, number).map(([id, one]): Step => (server) => {
    if (server.has(id)) server.delete(id, one);
  }),
  fc.tuple(room, number).map(([id, one]): Step => (server) => {
    if (server.has(id)) server.markRead(id, ADA, one);
  }),
  fc.tuple(room, number).map(([id, one]): Step => (server) => {
    if (server.has(id)) server.markUnread(id, ADA, one);
  }),
  fc.constantFrom(DESK, THREE).map((id): Step => (server) => {
    if (server.has(id)) server.closeDirect(id, ADA);
  }),
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('ben', 'cleo'), fc.boolean()).map(([id, isBlocked]): Step => (server) => {
      server.setBlocked(ADA, id, isBlocked);
    }),
  },
);

test('whatever is said, closed and blocked: the lists are by the feed what they are by a fresh read, and twice is once', () => {
  const days = fc.array(step, { maxLength: 30 });
  fc.assert(
    fc.property(days, days, fc.boolean(), (before, after, atOnce) => {
      const server = new TinyServer([KITCHEN], ADA);
      for (const id of ['ben', 'cleo']) server.enter(KITCHEN, id);
      for (const take of before) take(server);
      let state = freshRead(server);
      let { position } = server;
      const catchUp = (): void => {
        for (const event of server.eventsAfter(position, ADA)) {
          state = applyEvent(state, event);
          expect(applyEvent(state, event)).toBe(state);
        }
        position = server.position;
        state = withThreadsAsked(server, state);
      };
      for (const take of after) {
        take(server);
        // Live, event by event; or all that happened in one's absence, told as it is now.
        if (!atOnce) catchUp();
      }
      catchUp();
      expect(facts(state)).toEqual(facts(freshRead(server)));
    }),
    { numRuns: 400 },
  );
});
