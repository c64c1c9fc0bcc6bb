import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvent } from './apply-event';
import { fromViewer, withOpenRoom, withOpenThread, withPins } from './apply-read';
import { type ChatState, updateRoom } from './chat-state';
import { withFollowedThreads } from './followed-reads';

import { TinyServer } from './test/tiny-server';
import { threadMarkOf, threadMentionsOf, unreadThreadsOf, withThreadReading, withThreadSeen } from './thread-reading';

const ADA = 'ada';
const KITCHEN = 'kitchen';
/** The messages of the kitchen on which threads hang: Ada’s and Ben’s. */
const ADAS = 1;
const BENS = 2;
const threadOn = (number: number) => `${KITCHEN}-${String(number)}`;

/** Ben’s kitchen, where Ada and he have said something each. */
function aKitchen(): TinyServer {
  const server = new TinyServer([KITCHEN], 'ben');
  server.enter(KITCHEN, ADA);
  server.enter(KITCHEN, 'cleo');
  server.send(KITCHEN, ADA, 'Lunch?');
  server.send(KITCHEN, 'ben', 'Tea?');
  return server;
}

const freshRead = (server: TinyServer): ChatState => {
  const room = withOpenRoom(fromViewer(server.readViewer(ADA)), server.readRoom(KITCHEN, ADA));
  return withFollowedThreads(withPins(room, KITCHEN, server.readPins(KITCHEN)), server.readFollowed(ADA));
};

const opened = (server: TinyServer, state: ChatState, number: number): ChatState =>
  withOpenThread(state, KITCHEN, server.readThread(KITCHEN, number, ADA));

const kitchen = (state: ChatState) => state.rooms.get(KITCHEN);
const thread = (state: ChatState, number: number) => kitchen(state)?.threads.get(threadOn(number));
const bodies = (state: ChatState, number: number) => thread(state, number)?.timeline?.messages.map(({ body }) => body);
const unreadThreads = (state: ChatState) => {
  const room = kitchen(state);
  return room && unreadThreadsOf(room);
};
const unreadIn = (state: ChatState, number: number) => {
  const known = thread(state, number);
  return known && threadMarkOf(known)?.unreadCount;
};

/** What the page cannot know it asks. */
function answered(server: TinyServer, state: ChatState): ChatState {
  const told = [...(kitchen(state)?.threads ?? [])].reduce(
    (all, [id, { mustAsk }]) => (mustAsk ? withThreadReading(all, server.readThreadState(KITCHEN, id, ADA)) : all),
    state,
  );
  return told.followed?.isStale ? withFollowedThreads(told, server.readFollowed(ADA)) : told;
}

/** A page that follows the feed from now on. */
function follower(server: TinyServer, first: ChatState) {
  let { position } = server;
  let state = first;
  return () => {
    state = answered(server, server.eventsAfter(position, ADA).reduce(applyEvent, state));
    ({ position } = server);
    return state;
  };
}

test('a reply stands in its thread, and of it in the room how many there are, by whom', () => {
  const server = aKitchen();
  const after = follower(server, opened(server, freshRead(server), BENS));
  server.reply(KITCHEN, BENS, 'cleo', 'Green, please');
  server.reply(KITCHEN, BENS, ADA, 'Black for me');
  expect(bodies(after(), BENS)).toEqual(['Green, please', 'Black for me']);
  const room = kitchen(after())?.timeline?.messages;
  expect(room?.map(({ body }) => body)).toEqual(['Lunch?', 'Tea?']);
  expect(room?.at(-1)?.startedThread).toMatchObject({ messageCount: 2, participants: [{ id: ADA }, { id: 'cleo' }] });
  expect(thread(after(), BENS)?.root?.startedThread?.messageCount).toBe(2);
});

test('what happens to a reply changes no message of the room that has the same number', () => {
  const server = aKitchen();
  server.reply(KITCHEN, BENS, 'cleo', 'Green, please');
  const after = follower(server, opened(server, freshRead(server), BENS));
  server.reactToReply(KITCHEN, BENS, 1, { personId: 'ben', emoji: '👍' }, true);
  server.pinReply(KITCHEN, BENS, 1, true);
  server.editReply(KITCHEN, BENS, 1, 'Black, please');
  expect(thread(after(), BENS)?.timeline?.messages).toMatchObject([
    { body: 'Black, please', reactions: [{ emoji: '👍', count: 1 }] },
  ]);
  expect(kitchen(after())?.timeline?.messages[0]).toMatchObject({ body: 'Lunch?', reactions: [], pinnedAt: null });
  expect(kitchen(after())?.pins?.messages).toMatchObject([{ body: 'Black, please' }]);
});

test('a thread on Ada’s message is unread from its first reply on, and one on Ben’s is not hers', () => {
  const server = aKitchen();
  const after = follower(server, freshRead(server));
  server.reply(KITCHEN, ADAS, 'ben', 'Soup');
  server.reply(KITCHEN, BENS, 'cleo', 'Green');
  expect(unreadThreads(after())).toBe(1);
  server.reply(KITCHEN, ADAS, 'cleo', 'Bread');
  expect([unreadThreads(after()), unreadIn(after(), ADAS), unreadIn(after(), BENS)]).toEqual([1, 2, 0]);
  server.deleteReply(KITCHEN, ADAS, 1);
  server.deleteReply(KITCHEN, ADAS, 2);
  expect(unreadThreads(after())).toBe(0);
});

test('of a thread that is older than the page the server is asked once, and the page counts on from there', () => {
  const server = aKitchen();
  server.reply(KITCHEN, BENS, ADA, 'Black for me');
  const first = withOpenRoom(fromViewer(server.readViewer(ADA)), server.readRoom(KITCHEN, ADA));
  const { position } = server;
  server.reply(KITCHEN, BENS, 'ben', 'Here you are');
  const told = server.eventsAfter(position, ADA).reduce(applyEvent, first);
  expect([thread(told, BENS)?.mustAsk, unreadThreads(told)]).toEqual([true, 0]);
  const known = answered(server, told);
  expect([thread(known, BENS)?.mustAsk, unreadThreads(known)]).toEqual([false, 1]);
  const after = follower(server, known);
  server.reply(KITCHEN, BENS, 'ben', 'And milk');
  expect([unreadThreads(after()), unreadIn(after(), BENS)]).toEqual([1, 2]);
});

test('where a thread was read a moment later than its room, the server is asked what its next event makes of both', () => {
  const server = aKitchen();
  server.reply(KITCHEN, ADAS, 'ben', 'Soup');
  server.markThreadRead(KITCHEN, ADAS, ADA, 1);
  const first = freshRead(server);
  const { position } = server;
  const { room } = server.readThreadState(KITCHEN, threadOn(ADAS), ADA);
  server.reply(KITCHEN, ADAS, 'ben', 'Bread');
  const { id, viewerState } = server.readThreadState(KITCHEN, threadOn(ADAS), ADA);
  const apart = withThreadReading(first, { id, viewerState, room });
  const told = server.eventsAfter(position, ADA).reduce(applyEvent, apart);
  expect([thread(told, ADAS)?.mustAsk, unreadThreads(answered(server, told))]).toEqual([true, 1]);
});

test('what was read here is read before the server knows, and what is marked as unread elsewhere is unread again', () => {
  const server = aKitchen();
  const after = follower(server, opened(server, freshRead(server), ADAS));
  server.reply(KITCHEN, ADAS, 'ben', 'Soup');
  const [last] = thread(after(), ADAS)?.timeline?.messages ?? [];
  const seen = updateRoom(after(), KITCHEN, (room) =>
    withThreadSeen(room, threadOn(ADAS), last ?? { number: 0, seq: 0 }),
  );
  expect([unreadThreads(seen), unreadIn(seen, ADAS)]).toEqual([0, 0]);
  const later = follower(server, seen);
  server.reply(KITCHEN, ADAS, 'cleo', 'Bread');
  expect([unreadThreads(later()), unreadIn(later(), ADAS)]).toEqual([1, 1]);
  server.markThreadRead(KITCHEN, ADAS, ADA, 2);
  expect([unreadThreads(later()), unreadIn(later(), ADAS)]).toEqual([0, 0]);
  server.markThreadUnread(KITCHEN, ADAS, ADA, 2);
  expect([unreadThreads(later()), unreadIn(later(), ADAS)]).toEqual([1, 1]);
});

test('who is named in a thread follows it, and has a mention there until it is read or edited away', () => {
  const server = aKitchen();
  const after = follower(server, freshRead(server));
  const mentions = () => {
    const room = kitchen(after());
    return room && threadMentionsOf(room);
  };
  server.reply(KITCHEN, BENS, 'cleo', 'Green');
  expect([unreadThreads(after()), mentions()]).toEqual([0, 0]);
  server.reply(KITCHEN, BENS, 'cleo', '@ada, and you?');
  expect([unreadThreads(after()), unreadIn(after(), BENS), mentions()]).toEqual([1, 1, 1]);
  server.editReply(KITCHEN, BENS, 2, 'And you?');
  expect([unreadThreads(after()), mentions()]).toEqual([1, 0]);
  server.reply(KITCHEN, BENS, 'ben', '@ada!');
  expect(mentions()).toBe(1);
  const last = thread(after(), BENS)?.viewerState?.lastReadNumber;
  expect(last).toBe(1);
  server.markThreadRead(KITCHEN, BENS, ADA, 3);
  expect([unreadThreads(after()), mentions()]).toEqual([0, 0]);
});

test('nothing is unread of a thread that Ada follows no more', () => {
  const server = aKitchen();
  const after = follower(server, freshRead(server));
  server.reply(KITCHEN, ADAS, 'ben', 'Soup');
  server.follow(KITCHEN, ADAS, ADA, false);
  server.reply(KITCHEN, ADAS, 'ben', 'Bread');
  expect(unreadThreads(after())).toBe(0);
  server.follow(KITCHEN, ADAS, ADA, true);
  expect(unreadThreads(after())).toBe(1);
});

test('the list of threads that Ada follows has the one first in which something was said last', () => {
  const server = aKitchen();
  const after = follower(server, freshRead(server));
  const listed = () => after().followed?.threads.map(({ root, summary }) => [root.body, summary.messageCount]);
  server.reply(KITCHEN, ADAS, 'ben', 'Soup');
  server.reply(KITCHEN, BENS, ADA, 'Black for me');
  expect(listed()).toEqual([
    ['Tea?', 1],
    ['Lunch?', 1],
  ]);
  server.reply(KITCHEN, ADAS, 'cleo', 'Bread');
  server.edit(KITCHEN, BENS, 'Coffee?');
  expect(listed()).toEqual([
    ['Lunch?', 2],
    ['Coffee?', 1],
  ]);
  server.follow(KITCHEN, ADAS, ADA, false);
  expect(listed()).toEqual([['Coffee?', 1]]);
  server.leave(KITCHEN, ADA);
  expect(listed()).toEqual([]);
});

test('a thread goes with its room', () => {
  const server = aKitchen();
  const after = follower(server, opened(server, freshRead(server), ADAS));
  server.leave(KITCHEN, ADA);
  expect(kitchen(after())).toBeUndefined();
});

type Step = (server: TinyServer) => void;

const people = fc.constantFrom(ADA, 'ben', 'cleo');
const roots = fc.constantFrom(ADAS, BENS, 3);
const numbers = fc.integer({ min: 1, max: 5 });
const texts = fc.oneof(fc.string(), fc.constantFrom('@ada', '@ben', '@cleo, @ada', '@room'));
const answeredNumbers = fc.option(numbers, { nil: null });
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(roots, people, texts, answeredNumbers).map(([root, who, body, answers]): Step => (server) => {
    server.reply(KITCHEN, root, who, body, answers);
  }),
  fc.tuple(roots, numbers, texts).map(([root, number, body]): Step => (server) => {
    server.editReply(KITCHEN, root, number, body);
  }),
  fc.tuple(roots, numbers).map(([root, number]): Step => (server) => {
    server.deleteReply(KITCHEN, root, number);
  }),
  fc.tuple(roots, numbers, people, fc.boolean()).map(([root, number, personId, isOn]): Step => (server) => {
    server.reactToReply(KITCHEN, root, number, { personId, emoji: '👍' }, isOn);
  }),
  fc.tuple(roots, numbers, fc.boolean()).map(([root, number, isPinned]): Step => (server) => {
    server.pinReply(KITCHEN, root, number, isPinned);
  }),
  fc.tuple(roots, people, fc.boolean()).map(([root, who, follows]): Step => (server) => {
    server.follow(KITCHEN, root, who, follows);
  }),
  fc.tuple(roots, people, numbers, fc.boolean()).map(([root, who, number, isRead]): Step => (server) => {
    if (isRead) server.markThreadRead(KITCHEN, root, who, number);
    else server.markThreadUnread(KITCHEN, root, who, number);
  }),
  fc.tuple(people, fc.string()).map(([who, body]): Step => (server) => {
    server.send(KITCHEN, who, body);
  }),
  fc.tuple(roots, fc.string()).map(([number, body]): Step => (server) => {
    server.edit(KITCHEN, number, body);
  }),
  roots.map((number): Step => (server) => {
    server.delete(KITCHEN, number);
  }),
  fc.constant<Step>((server) => {
    server.leave(KITCHEN, ADA);
    server.enter(KITCHEN, ADA);
  }),
);
const histories = fc.array(steps, { maxLength: 40 });

/** What a fresh read would tell, of the threads that a page knows. */
function facts(state: ChatState, known: Iterable<string>) {
  const room = kitchen(state);
  return {
    messages: room?.timeline?.messages.map((message) => ({ ...message, cursor: null })),
    pins: room?.pins,
    followed: state.followed,
    viewerState: room?.viewerState,
    threads: [...known].map((id) => {
      const { root = null, timeline = null, viewerState = null } = room?.threads.get(id) ?? {};
      return {
        root,
        newest: timeline?.newest,
        messages: timeline?.messages.map((message) => ({ ...message, cursor: null })),
        // The room's count knows of each event, a thread's of those that are about it.
        viewerState: viewerState && { ...viewerState, asOfSeq: 0 },
      };
    }),
  };
}

function expectAsRead(server: TinyServer, state: ChatState): void {
  const known = [...(kitchen(state)?.threads ?? [])].filter(([, { timeline }]) => timeline).map(([id]) => id);
  const read = known.reduce((all, id) => opened(server, all, Number(id.split('-')[1])), freshRead(server));
  expect(facts(state, known)).toEqual(facts(read, known));
}

test('threads are by the feed what they are by a fresh read, whenever each was opened, and twice is once', () => {
  fc.assert(
    fc.property(
      histories,
      fc.array(fc.tuple(steps, fc.option(roots, { nil: null }))),
      fc.boolean(),
      (before, after, atOnce) => {
        const server = aKitchen();
        for (const step of before) step(server);
        let state = freshRead(server);
        let { position } = server;
        const follow = (): void => {
          for (const event of server.eventsAfter(position, ADA)) {
            state = applyEvent(state, event);
            expect(applyEvent(state, event)).toBe(state);
            if (!kitchen(state)?.timeline && state.rooms.has(KITCHEN))
              state = withPins(withOpenRoom(state, server.readRoom(KITCHEN, ADA)), KITCHEN, server.readPins(KITCHEN));
            state = answered(server, state);
          }
          position = server.position;
        };
        for (const [step, opens] of after) {
          step(server);
          // Live, event by event; or all that happened in one's absence, told as it is now.
          if (!atOnce) follow();
          if (!atOnce && opens !== null) state = opened(server, state, opens);
        }
        follow();
        expectAsRead(server, state);
      },
    ),
    { numRuns: 400 },
  );
});
