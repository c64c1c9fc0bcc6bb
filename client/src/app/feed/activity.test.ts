import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnread, mustReadActivity, reasonOf, withActivity, withMoreActivity } from './activity';
import { applyEvent } from './apply-event';
import { fromViewer, withOpenRoom } from './apply-read';
import type { ChatState } from './chat-state';
import { TinyServer } from './test/tiny-server';
import { withThreadReading } from './thread-reading';

const ADA = 'ada';
const KITCHEN = 'kitchen';
const GARDEN = 'garden';

/** Ben’s rooms, with Ada in both, who has said something in each. */
function twoRooms(): TinyServer {
  const server = new TinyServer([KITCHEN, GARDEN], 'ben');
  for (const room of [KITCHEN, GARDEN]) {
    server.enter(room, ADA);
    server.enter(room, 'cleo');
    server.send(room, ADA, 'Lunch?');
    server.send(room, 'ben', 'Tea?');
  }
  return server;
}

/** Ada’s page with the list of what concerns her, and all that happens afterwards. */
function adasPage(server: TinyServer, first?: number) {
  let state = freshRead(server, first);
  let { position } = server;
  return () => {
    for (const event of server.eventsAfter(position, ADA)) {
      state = answered(server, applyEvent(state, event));
      // A read that was under way has it applied again.
      expect(applyEvent(state, event)).toBe(state);
      state = read(server, state);
    }
    position = server.position;
    return state;
  };
}

function freshRead(server: TinyServer, first?: number): ChatState {
  return withActivity(fromViewer(server.readViewer(ADA)), server.readActivity(ADA, first));
}

/** What the page cannot know it reads: also what a room is to her that she has just come into. */
function read(server: TinyServer, state: ChatState): ChatState {
  const entered = [...state.rooms].flatMap(([id, { viewerState }]) => (viewerState ? [] : [id]));
  const known = entered.reduce((all, id) => withOpenRoom(all, server.readRoom(id, ADA)), state);
  return mustReadActivity(known) ? withActivity(known, server.readActivity(ADA)) : known;
}

function answered(server: TinyServer, state: ChatState): ChatState {
  return [...state.rooms].reduce(
    (all, [roomId, { threads }]) =>
      [...threads].reduce(
        (one, [id, { mustAsk }]) => (mustAsk ? withThreadReading(one, server.readThreadState(roomId, id, ADA)) : one),
        all,
      ),
    state,
  );
}

function entries(state: ChatState): string[] {
  return (state.activity?.messages ?? []).flatMap((message) => {
    const reason = reasonOf(state, message);
    return reason === null ? [] : [`${message.author.id}: ${message.body} (${reason}, ${message.room.id})`];
  });
}

const unread = (state: ChatState) =>
  (state.activity?.messages ?? [])
    .filter((message) => reasonOf(state, message) !== null && isUnread(state, message))
    .map(({ body }) => body);

test('what mentions Ada, answers her or stands in a thread that she follows comes first, and says why; her own does not', () => {
  const server = twoRooms();
  const after = adasPage(server);
  server.send(KITCHEN, 'ben', 'Hello @ada');
  server.send(GARDEN, 'cleo', 'Hello @room');
  server.send(GARDEN, 'cleo', 'Soup', 1);
  server.send(GARDEN, 'cleo', 'To Ben', 2);
  server.reply(KITCHEN, 1, 'cleo', 'With bread');
  server.reply(KITCHEN, 2, 'cleo', 'In a thread of Ben’s');
  server.reply(KITCHEN, 3, 'ben', 'You, @ada?');
  server.send(KITCHEN, ADA, 'I am @ada');
  expect(entries(after())).toEqual([
    'ben: You, @ada? (mention, kitchen)',
    'cleo: With bread (thread, kitchen)',
    'cleo: Soup (answer, garden)',
    'cleo: Hello @room (mention-of-everyone, garden)',
    'ben: Hello @ada (mention, kitchen)',
  ]);
});

test('an edit shows, and may make a mention or take it away; what is deleted goes, and a room takes all of its own along', () => {
  const server = twoRooms();
  const after = adasPage(server);
  server.edit(KITCHEN, 2, 'Tea, @ada?');
  server.send(GARDEN, 'cleo', 'Hello @ada');
  expect(entries(after())).toEqual(['cleo: Hello @ada (mention, garden)', 'ben: Tea, @ada? (mention, kitchen)']);
  server.edit(GARDEN, 3, 'Hello');
  server.edit(KITCHEN, 2, 'Coffee, @ada?');
  expect(entries(after())).toEqual(['ben: Coffee, @ada? (mention, kitchen)']);
  server.edit(GARDEN, 3, 'Hello again @ada');
  server.delete(KITCHEN, 2);
  expect(entries(after())).toEqual(['cleo: Hello again @ada (mention, garden)']);
  server.leave(GARDEN, ADA);
  expect(entries(after())).toEqual([]);
  server.enter(GARDEN, ADA);
  expect(entries(after())).toEqual(['cleo: Hello again @ada (mention, garden)']);
});

test('a thread that Ada follows no more is not listed, and all of it is again when she does', () => {
  const server = twoRooms();
  const after = adasPage(server);
  server.reply(KITCHEN, 1, 'cleo', 'With bread');
  server.follow(KITCHEN, 1, ADA, false);
  server.reply(KITCHEN, 1, 'cleo', 'And soup');
  expect(entries(after())).toEqual([]);
  server.follow(KITCHEN, 1, ADA, true);
  expect(entries(after())).toHaveLength(2);
});

test('what she has not read yet is told from what she has, in rooms and in threads', () => {
  const server = twoRooms();
  const after = adasPage(server);
  server.send(KITCHEN, 'ben', 'One @ada');
  server.send(KITCHEN, 'ben', 'Two @ada');
  server.reply(KITCHEN, 1, 'cleo', 'In a thread');
  expect(unread(after())).toEqual(['In a thread', 'Two @ada', 'One @ada']);
  server.markRead(KITCHEN, ADA, 3);
  server.markThreadRead(KITCHEN, 1, ADA, 1);
  expect(unread(after())).toEqual(['Two @ada']);
});

test('a page goes on where the one before ended, whatever has come in meanwhile', () => {
  const server = twoRooms();
  for (let number = 1; number <= 5; number += 1) server.send(KITCHEN, 'ben', `${String(number)} @ada`);
  const after = adasPage(server, 2);
  const { endCursor } = after().activity ?? {};
  server.send(KITCHEN, 'ben', '6 @ada');
  const cursor = endCursor ?? '';
  const more = withMoreActivity(after(), cursor, server.readActivity(ADA, 2, cursor));
  expect(more.activity?.messages.map(({ body }) => body[0])).toEqual(['6', '5', '4', '3', '2']);
  // A page that comes twice, or too late, changes nothing.
  expect(withMoreActivity(more, cursor, server.readActivity(ADA, 2, cursor))).toBe(more);
  // Of what is older than what is loaded nothing comes in, though it is edited.
  expect(entries(more)).toHaveLength(5);
});

type Step = (server: TinyServer) => void;

const rooms = fc.constantFrom(KITCHEN, GARDEN);
const people = fc.constantFrom(ADA, 'ben', 'cleo');
const numbers = fc.integer({ min: 1, max: 5 });
const answers = fc.option(numbers, { nil: null });
const bodies = fc.constantFrom('Tea?', 'Hello @ada', 'Hello @ben', 'Hello @room');
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(rooms, people, bodies, answers).map(([room, who, body, answered]): Step => (server) => {
    server.send(room, who, body, answered);
  }),
  fc.tuple(rooms, numbers, people, bodies, answers).map(([room, root, who, body, answered]): Step => (server) => {
    server.reply(room, root, who, body, answered);
  }),
  fc.tuple(rooms, numbers, bodies).map(([room, number, body]): Step => (server) => {
    server.edit(room, number, body);
  }),
  fc.tuple(rooms, numbers, numbers, bodies).map(([room, root, number, body]): Step => (server) => {
    server.editReply(room, root, number, body);
  }),
  fc.tuple(rooms, numbers).map(([room, number]): Step => (server) => {
    server.delete(room, number);
  }),
  fc.tuple(rooms, numbers, numbers).map(([room, root, number]): Step => (server) => {
    server.deleteReply(room, root, number);
  }),
  fc.tuple(rooms, numbers, people, fc.boolean()).map(([room, root, who, follows]): Step => (server) => {
    server.follow(room, root, who, follows);
  }),
  fc.tuple(rooms, numbers).map(([room, number]): Step => (server) => {
    server.markRead(room, ADA, number);
  }),
  fc.tuple(rooms, fc.boolean()).map(([room, returns]): Step => (server) => {
    server.leave(room, ADA);
    if (returns) server.enter(room, ADA);
  }),
  rooms.map((room): Step => (server) => {
    server.enter(room, ADA);
  }),
);
const histories = fc.array(steps, { maxLength: 40 });

test('what concerns Ada is by the feed what it is by a fresh read, and twice is once', () => {
  fc.assert(
    fc.property(histories, histories, fc.boolean(), (before, after, atOnce) => {
      const server = twoRooms();
      for (const step of before) step(server);
      const follow = adasPage(server);
      for (const step of after) {
        step(server);
        // Live, event by event; or all that happened in one's absence, told as it is now.
        if (!atOnce) follow();
      }
      const state = follow();
      expect(entries(state)).toEqual(entries(freshRead(server)));
      expect(unread(state)).toEqual(unread(freshRead(server)));
    }),
    { numRuns: 400 },
  );
});
