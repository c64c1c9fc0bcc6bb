import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedEvent, Message, Room } from '../core/graphql/model';
import { applyEvent } from './apply-event';
import { fromViewer, withOpenRoom, withPins, withSavedList } from './apply-read';
import { type ChatState, updateRoom } from './chat-state';
import { readMarkOf, withSeen } from './read-state';
import { TinyServer } from './test/tiny-server';

const ADA = 'ada';
const KITCHEN = 'kitchen';
const GARDEN = 'garden';

/** Ada's page with the kitchen open, and all that happens there afterwards. */
function adaInTheKitchen() {
  const server = new TinyServer([KITCHEN, GARDEN], ADA);
  server.enter(KITCHEN, 'ben');
  server.send(KITCHEN, 'ben', 'Hello');
  const state = withOpenRoom(fromViewer(server.readViewer(ADA)), server.readRoom(KITCHEN, ADA));
  const position = server.position;
  const after = () => server.eventsAfter(position, ADA).reduce(applyEvent, state);
  return { server, state, after };
}

const kitchen = (state: ChatState) => state.rooms.get(KITCHEN);
const bodies = (state: ChatState) => kitchen(state)?.timeline?.messages.map(({ body }) => body);

const unread = (state: ChatState) => {
  const room = kitchen(state);
  return room && readMarkOf(room)?.unreadCount;
};

/** Ada sees the end of the kitchen. */
const seenToEnd = (state: ChatState) =>
  updateRoom(state, KITCHEN, (room) => withSeen(room, room.timeline?.messages.at(-1) ?? { number: 0, seq: 0 }));

test('a new message stands at the end, and counts as unread until it has been seen', () => {
  const { server, state, after } = adaInTheKitchen();
  expect(unread(state)).toBe(1);
  server.send(KITCHEN, 'ben', 'Tea?');
  expect(bodies(after())).toEqual(['Hello', 'Tea?']);
  expect(unread(after())).toBe(2);
  expect(unread(seenToEnd(after()))).toBe(0);
});

test('one’s own message is not news', () => {
  const { server, after } = adaInTheKitchen();
  server.send(KITCHEN, ADA, 'Tea.');
  expect(unread(after())).toBe(1);
});

test('a message that has been seen does not become unread when its event comes again', () => {
  const { server, after } = adaInTheKitchen();
  server.send(KITCHEN, 'ben', 'Tea?');
  const seen = seenToEnd(after());
  expect(unread(server.eventsAfter(0, ADA).reduce(applyEvent, seen))).toBe(0);
});

test('a message that is deleted is unread no more; one that was read already takes nothing away', () => {
  const { server, after } = adaInTheKitchen();
  server.send(KITCHEN, 'ben', 'Tea?');
  server.delete(KITCHEN, 2);
  expect(unread(after())).toBe(1);
  server.markRead(KITCHEN, ADA, 2);
  const read = after();
  const { position } = server;
  server.send(KITCHEN, 'ben', 'Coffee?');
  server.delete(KITCHEN, 1);
  expect(unread(server.eventsAfter(position, ADA).reduce(applyEvent, read))).toBe(1);
});

test('what was read here is shown as read before the server knows, and counts on from there', () => {
  const { server, state, after } = adaInTheKitchen();
  const { position } = server;
  const seen = seenToEnd(state);
  // Something else of the room changes on another device, which has not read it.
  server.send(KITCHEN, 'ben', 'Tea?');
  server.markUnread(GARDEN, ADA, 1);
  expect(unread(server.eventsAfter(position, ADA).reduce(applyEvent, seen))).toBe(1);
  expect(unread(after())).toBe(2);
  server.markRead(KITCHEN, ADA, 1);
  const told = server.eventsAfter(position, ADA).reduce(applyEvent, seen);
  expect(unread(told)).toBe(1);
  expect(kitchen(told)?.seen).toBe(null);
});

test('what is marked as unread on another device is unread here, though it was just read here', () => {
  const { server, state } = adaInTheKitchen();
  server.markRead(KITCHEN, ADA, 1);
  server.send(KITCHEN, 'ben', 'Tea?');
  const before = seenToEnd(server.eventsAfter(0, ADA).reduce(applyEvent, state));
  expect(unread(before)).toBe(0);
  const { position } = server;
  server.markUnread(KITCHEN, ADA, 1);
  expect(unread(server.eventsAfter(position, ADA).reduce(applyEvent, before))).toBe(2);
});

test('an answer that is older than what is known does not bring back what was read', () => {
  const { server, state, after } = adaInTheKitchen();
  const late = server.readRoom(KITCHEN, ADA);
  server.markRead(KITCHEN, ADA, 1);
  expect(unread(state)).toBe(1);
  expect(unread(withOpenRoom(after(), late))).toBe(0);
});

test('an edit replaces the words, a deletion takes them away', () => {
  const { server, after } = adaInTheKitchen();
  server.edit(KITCHEN, 1, 'Hello, Ada');
  expect(bodies(after())).toEqual(['Hello, Ada']);
  server.delete(KITCHEN, 1);
  expect(bodies(after())).toEqual(['']);
});

const first = (state: ChatState) => kitchen(state)?.timeline?.messages[0];

test('a reaction counts once for each person, and is Ada’s own where she acted, on whatever device', () => {
  const { server, after } = adaInTheKitchen();
  server.react(KITCHEN, 1, { personId: 'ben', emoji: '👍' }, true);
  expect(first(after())).toMatchObject({ reactions: [{ emoji: '👍', count: 1 }], viewerState: { reactions: [] } });
  server.react(KITCHEN, 1, { personId: ADA, emoji: '👍' }, true);
  expect(first(after())).toMatchObject({ reactions: [{ emoji: '👍', count: 2 }], viewerState: { reactions: ['👍'] } });
  server.react(KITCHEN, 1, { personId: ADA, emoji: '👍' }, false);
  expect(first(after())).toMatchObject({ reactions: [{ emoji: '👍', count: 1 }], viewerState: { reactions: [] } });
});

test('a preview shows once its page was asked, and no more once it is taken away', () => {
  const { server, after } = adaInTheKitchen();
  server.preview(KITCHEN, 1, 'Tea');
  expect(first(after())?.linkPreviews).toMatchObject([{ title: 'Tea' }]);
  server.preview(KITCHEN, 1, null);
  expect(first(after())?.linkPreviews).toEqual([]);
});

test('an answer quotes what it answers as it is now, also where only the answer is loaded', () => {
  const { server, state } = adaInTheKitchen();
  server.send(KITCHEN, ADA, 'Hello yourself', 1);
  const seen = withOpenRoom(fromViewer(server.readViewer(ADA)), server.readRoom(KITCHEN, ADA, 1));
  const { position } = server;
  server.edit(KITCHEN, 1, 'Good morning');
  server.delete(KITCHEN, 1);
  const [edited, deleted] = server.eventsAfter(position, ADA);
  // The events show the message as it is now, so the words of the first are those of the second.
  const after = [edited, deleted].reduce((all, event) => (event ? applyEvent(all, event) : all), seen);
  expect(bodies(after)).toEqual(['Hello yourself']);
  expect(first(after)?.replyTo).toMatchObject({ number: 1, body: '' });
  expect(first(after)?.replyTo?.deletedAt).not.toBeNull();
  expect(state.rooms.size).toBe(2);
});

test('what Ada saved is marked in its room, stands first in her list, and goes with the room that she leaves', () => {
  const { server } = adaInTheKitchen();
  server.save(KITCHEN, 1, ADA, true);
  const state = freshRead(server, ADA);
  const { position } = server;
  server.send(KITCHEN, 'ben', 'Tea?');
  server.save(KITCHEN, 2, ADA, true);
  server.save(KITCHEN, 1, 'ben', true);
  const later = server.eventsAfter(position, ADA).reduce(applyEvent, state);
  expect(later.saved?.messages.map(({ body }) => body)).toEqual(['Tea?', 'Hello']);
  expect(kitchen(later)?.timeline?.messages.map(({ viewerState }) => viewerState.isSaved)).toEqual([true, true]);
  const garden = new TinyServer([GARDEN], 'ben');
  garden.enter(GARDEN, ADA);
  garden.send(GARDEN, 'ben', 'Roses');
  garden.save(GARDEN, 1, ADA, true);
  const inside = freshRead(garden, ADA);
  const before = garden.position;
  garden.leave(GARDEN, ADA);
  expect(garden.eventsAfter(before, ADA).reduce(applyEvent, inside).saved?.messages).toEqual([]);
});

test('what Ada saved in a room shows again when she comes back, whether the room is read first or the event comes first', () => {
  const server = new TinyServer([GARDEN], 'ben');
  server.enter(GARDEN, ADA);
  server.send(GARDEN, 'ben', 'Roses');
  server.save(GARDEN, 1, ADA, true);
  const inside = freshRead(server, ADA);
  const before = server.position;
  server.leave(GARDEN, ADA);
  const outside = server.eventsAfter(before, ADA).reduce(applyEvent, inside);
  const { position } = server;
  server.enter(GARDEN, ADA);
  const events = server.eventsAfter(position, ADA);
  for (const first of [outside, withOpenRoom(outside, server.readRoom(GARDEN, ADA))]) {
    const back = events.reduce(applyEvent, first);
    // It has to be read, and is there then.
    expect(back.saved).toBeNull();
    expect(savedIn(withSavedList(back, server.readSaved(ADA)))).toMatchObject([{ body: 'Roses' }]);
  }
});

test('who comes is a member, who goes is none, and both are told', () => {
  const { server, after } = adaInTheKitchen();
  server.enter(KITCHEN, 'cleo');
  server.leave(KITCHEN, 'ben');
  expect([...(kitchen(after())?.members?.byId.keys() ?? [])]).toEqual([ADA, 'cleo']);
  expect(kitchen(after())?.room.memberCount).toBe(2);
  expect(
    kitchen(after())
      ?.notices.slice(-2)
      .map((notice) => [notice.kind, notice.kind === 'changed' ? null : notice.user.id]),
  ).toEqual([
    ['joined', 'cleo'],
    ['left', 'ben'],
  ]);
});

test('a room that one is brought into appears in the list, one that one is removed from disappears', () => {
  const server = new TinyServer([KITCHEN], 'ben');
  const state = fromViewer(server.readViewer(ADA));
  server.enter(KITCHEN, ADA);
  const inside = server.eventsAfter(0, ADA).reduce(applyEvent, state);
  expect(inside.order).toEqual([KITCHEN]);
  expect(inside.rooms.get(KITCHEN)?.role).toBe('MEMBER');
  server.leave(KITCHEN, ADA);
  const outside = server.eventsAfter(0, ADA).reduce(applyEvent, state);
  expect(outside.order).toEqual([]);
  expect(outside.rooms.size).toBe(0);
});

test('the list is arranged as was said last, on whatever device; a room that one has left is in no section, also when one comes back', () => {
  const server = new TinyServer([KITCHEN, GARDEN], 'ben');
  for (const room of [KITCHEN, GARDEN]) server.enter(room, ADA);
  const state = fromViewer(server.readViewer(ADA));
  const section = { id: 'work', name: 'Work', roomIds: [KITCHEN, GARDEN] };
  const roomArrangement = { order: 'OWN', sections: [section], ownOrder: [GARDEN, KITCHEN] } as const;
  const [at, actor] = ['2026-11-27T12:00:00.000Z', null];
  const arranged = applyEvent(state, { __typename: 'RoomsArranged', id: 'e', at, actor, roomArrangement });
  expect(arranged.arrangement).toEqual(roomArrangement);
  const position = server.position;
  server.leave(KITCHEN, ADA);
  const left = server.eventsAfter(position, ADA).reduce(applyEvent, arranged);
  const without = { ...roomArrangement, sections: [{ ...section, roomIds: [GARDEN] }], ownOrder: [GARDEN] };
  expect(left.arrangement).toEqual(without);
  server.enter(KITCHEN, ADA);
  expect(server.eventsAfter(position, ADA).reduce(applyEvent, arranged).arrangement).toEqual(without);
});

test('what happens in a room that one is not in changes nothing', () => {
  const { state } = adaInTheKitchen();
  const elsewhere = new TinyServer(['cellar'], 'otto');
  elsewhere.send('cellar', 'otto', 'Psst');
  expect(elsewhere.eventsAfter(0, 'otto').reduce(applyEvent, state)).toBe(state);
});

test('the room with the newest activity stands first', () => {
  const { server, after } = adaInTheKitchen();
  server.send(GARDEN, ADA, 'Roses');
  expect(after().order).toEqual([GARDEN, KITCHEN]);
  server.send(KITCHEN, 'ben', 'Tea?');
  expect(after().order).toEqual([KITCHEN, GARDEN]);
});

const at = '2026-11-21T18:00:00.000Z';
const cellar = {
  id: 'cellar',
  name: 'Cellar',
  topic: '',
  kind: 'CHANNEL',
  visibility: 'PUBLIC',
  posting: 'EVERYONE',
  slowModeSeconds: 0,
  keepMessagesDays: null,
  archivedAt: null,
  memberCount: 1,
} as const;
const added = (room: Room): FeedEvent => ({
  ...{ __typename: 'PublicRoomAdded', id: 'h1', at, actor: null, roomId: room.id, listed: room },
});
const removed: FeedEvent = { __typename: 'PublicRoomRemoved', id: 'h2', at, actor: null, roomId: 'cellar' };
const listed = ({ visible }: ChatState) => visible.rooms.map(({ id }) => id);

test('a public room that comes is one to join, and is none any more once it has gone', () => {
  const { state } = adaInTheKitchen();
  const withCellar = applyEvent(state, added(cellar));
  expect(listed(withCellar)).toEqual(['cellar']);
  expect(applyEvent(withCellar, added(cellar))).toBe(withCellar);
  expect(listed(applyEvent(withCellar, removed))).toEqual([]);
  expect(applyEvent(state, removed)).toBe(state);
});

test('a room that is deleted is gone, with what Ada saved there, and is none to join', () => {
  const { server, state } = adaInTheKitchen();
  server.save(KITCHEN, 1, ADA, true);
  const saved = withSavedList({ ...state, visible: server.readVisible(ADA) }, server.readSaved(ADA));
  const deleted: FeedEvent = { __typename: 'RoomDeleted', id: 'p1', at, actor: null, roomId: KITCHEN };
  const after = applyEvent(saved, deleted);
  expect(kitchen(after)).toBeUndefined();
  expect(after.order).toEqual([GARDEN]);
  expect(after.saved?.messages).toEqual([]);
  expect(listed(after)).toEqual([GARDEN]);
  expect(applyEvent(after, deleted)).toEqual(after);
});

test('with a room go the reports that waited in it; an administrator is told of them', () => {
  const { state } = adaInTheKitchen();
  const told = { __typename: 'ReportsChanged', id: 'r1', at, actor: null, roomId: KITCHEN } as const;
  const waiting = applyEvent(state, { ...told, openReportCount: 5, openInRoomCount: 2 });
  const deleted: FeedEvent = { __typename: 'RoomDeleted', id: 'p1', at, actor: null, roomId: KITCHEN };
  expect(applyEvent(waiting, deleted).openReports).toBe(3);
  expect(applyEvent(applyEvent(waiting, deleted), deleted).openReports).toBe(3);
  expect(applyEvent({ ...waiting, isAdministrator: true }, deleted).openReports).toBe(5);
});

test('Ada becomes an administrator while her page is open, and is none any more', () => {
  const { state } = adaInTheKitchen();
  const told = { __typename: 'AdministratorChanged', id: 'a1', at, actor: null } as const;
  const appointed = applyEvent(state, { ...told, isAdministrator: true, openReportCount: 7 });
  expect(appointed).toMatchObject({ isAdministrator: true, openReports: 7 });
  const dismissed = applyEvent(appointed, { ...told, isAdministrator: false, openReportCount: 0 });
  expect(dismissed).toEqual({ ...state, isAdministrator: false, openReports: 0 });
});

test('nobody joins a room that is private or archived, or that nobody is in', () => {
  const { state } = adaInTheKitchen();
  expect(applyEvent(state, added({ ...cellar, archivedAt: at }))).toBe(state);
  expect(applyEvent(state, added({ ...cellar, visibility: 'PRIVATE' }))).toBe(state);
  expect(listed(applyEvent(applyEvent(state, added(cellar)), added({ ...cellar, memberCount: 0 })))).toEqual([]);
});

test('a room that is renamed has its new name, and says who renamed it, also to whoever reads it later', () => {
  const { server, after } = adaInTheKitchen();
  server.update(KITCHEN, 'ben', { name: 'Scullery', topic: 'Tea', visibility: 'PRIVATE' });
  expect(kitchen(after())?.room).toMatchObject({ name: 'Scullery', topic: 'Tea', visibility: 'PRIVATE' });
  const told = { kind: 'changed', changes: ['NAME', 'TOPIC', 'VISIBILITY'], visibility: 'PRIVATE' };
  expect(kitchen(after())?.notices.at(-1)).toMatchObject({ ...told, actor: { id: 'ben' } });
  expect(kitchen(freshRead(server, ADA))?.notices).toEqual(kitchen(after())?.notices);
});

test('a room to join that is renamed moves to its new place; made private it is none any more', () => {
  const server = new TinyServer([GARDEN, KITCHEN], 'ben');
  const state = { ...fromViewer(server.readViewer(ADA)), visible: server.readVisible(ADA) };
  const names = () =>
    server
      .eventsAfter(0, ADA)
      .reduce(applyEvent, state)
      .visible.rooms.map(({ name }) => name);
  expect(names()).toEqual([GARDEN, KITCHEN]);
  server.update(GARDEN, 'ben', { name: 'Zeppelin' });
  expect(names()).toEqual([KITCHEN, 'Zeppelin']);
  server.update(GARDEN, 'ben', { name: 'Nobody knows', visibility: 'PRIVATE' });
  expect(names()).toEqual([KITCHEN]);
  server.update(GARDEN, 'ben', { name: 'Attic' });
  expect(names()).toEqual([KITCHEN]);
  server.update(GARDEN, 'ben', { visibility: 'PUBLIC' });
  expect(names()).toEqual(['Attic', KITCHEN]);
});

test('a private room that one has left is not one to join, though it was in the list of what one may see', () => {
  const server = new TinyServer([KITCHEN], 'ben');
  server.enter(KITCHEN, ADA);
  server.update(KITCHEN, 'ben', { visibility: 'PRIVATE' });
  const { position } = server;
  const state = { ...fromViewer(server.readViewer(ADA)), visible: server.readVisible(ADA) };
  server.leave(KITCHEN, ADA);
  expect(listed(server.eventsAfter(position, ADA).reduce(applyEvent, state))).toEqual([]);
});

test('a room that one has left is one to join, in its place by name', () => {
  const server = new TinyServer([GARDEN, KITCHEN], 'ben');
  server.enter(KITCHEN, ADA);
  const state = applyEvent(fromViewer(server.readViewer(ADA)), added({ ...cellar, name: 'zeppelin' }));
  const { position } = server;
  server.leave(KITCHEN, ADA);
  expect(listed(server.eventsAfter(position, ADA).reduce(applyEvent, state))).toEqual([KITCHEN, 'cellar']);
});

test('an event of a type that this client does not know is passed over', () => {
  const { server, state } = adaInTheKitchen();
  server.send(KITCHEN, 'ben', 'Tea?');
  const [event] = server.eventsAfter(2, ADA);
  const unknown = { ...event, __typename: 'RoomPainted' } as unknown as FeedEvent;
  expect(applyEvent(state, unknown)).toBe(state);
});

const people = fc.constantFrom(ADA, 'ben', 'cleo');
const rooms = fc.constantFrom(KITCHEN, GARDEN);
const numbers = fc.integer({ min: 1, max: 6 });
const emoji = fc.constantFrom('👍', '❤️', '🎉');
const roles = fc.constantFrom('MODERATOR' as const, 'MEMBER' as const);

const texts = fc.oneof(fc.string(), fc.constantFrom('@ada', '@room', '@ada, @room', '@ben'));

const settings = {
  name: fc.constantFrom('Scullery', 'Attic'),
  topic: fc.constantFrom('', 'Tea'),
  visibility: fc.constantFrom('PUBLIC' as const, 'PRIVATE' as const),
  posting: fc.constantFrom('EVERYONE' as const, 'MODERATORS' as const),
  slowModeSeconds: fc.constantFrom(0, 30),
  keepMessagesDays: fc.constantFrom(null, 30),
  archivedAt: fc.constantFrom(null, '2026-11-22T18:00:00.000Z'),
};

type Step = (server: TinyServer) => void;

/** What people do with messages. */
function marking(rooms: fc.Arbitrary<string>): fc.Arbitrary<Step> {
  return fc.oneof(
    fc.tuple(rooms, people, numbers, fc.string()).map(([room, who, answered, body]): Step => (server) => {
      server.send(room, who, body, answered);
    }),
    fc
      .tuple(rooms, people, numbers, emoji, fc.boolean())
      .map(([room, personId, number, used, isOn]): Step => (server) => {
        server.react(room, number, { personId, emoji: used }, isOn);
      }),
    fc.tuple(rooms, numbers, fc.boolean()).map(([room, number, isPinned]): Step => (server) => {
      server.pin(room, number, isPinned);
    }),
    fc.tuple(rooms, numbers, fc.constantFrom(null, 'Tea', 'Cake')).map(([room, number, title]): Step => (server) => {
      server.preview(room, number, title);
    }),
    fc.tuple(rooms, numbers, people, fc.boolean()).map(([room, number, who, isSaved]): Step => (server) => {
      server.save(room, number, who, isSaved);
    }),
  );
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(rooms, people).map(([room, who]): Step => (server) => {
    server.enter(room, who);
  }),
  fc.tuple(rooms, people).map(([room, who]): Step => (server) => {
    server.leave(room, who);
  }),
  fc.tuple(rooms, people, roles).map(([room, who, role]): Step => (server) => {
    server.setRole(room, who, role);
  }),
  fc.tuple(rooms, people, fc.record(settings, { requiredKeys: [] })).map(([room, who, changed]): Step => (server) => {
    server.update(room, who, changed);
  }),
  fc.tuple(rooms, people, texts).map(([room, who, body]): Step => (server) => {
    server.send(room, who, body);
  }),
  fc.tuple(rooms, numbers, texts).map(([room, number, body]): Step => (server) => {
    server.edit(room, number, body);
  }),
  fc.tuple(rooms, numbers).map(([room, number]): Step => (server) => {
    server.delete(room, number);
  }),
  marking(rooms),
  fc.tuple(rooms, people, numbers).map(([room, who, number]): Step => (server) => {
    server.markRead(room, who, number);
  }),
  fc.tuple(rooms, people, numbers).map(([room, who, number]): Step => (server) => {
    server.markUnread(room, who, number);
  }),
);

const histories = fc.array(steps, { maxLength: 40 });

/** What a fresh read would tell. */
function facts(state: ChatState) {
  return state.order
    .flatMap((id) => state.rooms.get(id) ?? [])

    .map(({ room, role, members, notices, pins, timeline, viewerState }) => ({
      room,
      viewerState,
      role,
      members: members && [...members.byId.values()].sort((a, b) => a.user.id.localeCompare(b.user.id)),
      messages: timeline?.messages.map((message) => ({ ...message, cursor: null })),
      hasOlder: timeline?.hasOlder,
      newest: timeline?.newest,
      notices: timeline && notices,
      pins,
    }));
}

/** What one saved, without the rest of it that is in no room of a fresh read. */
function savedIn({ saved }: ChatState) {
  return saved?.messages.map((message) => ({ ...message, room: message.room.id }));
}

/** The rooms to join, without their numbers of members, which nobody outside is told of. */
function toJoin({ rooms: own, visible }: ChatState) {
  return visible.rooms
    .filter(({ id }) => !own.has(id))
    .map(({ id, name, topic, visibility }) => ({ id, name, topic, visibility }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

function freshRead(server: TinyServer, viewerId: string): ChatState {
  const viewer = { ...fromViewer(server.readViewer(viewerId)), visible: server.readVisible(viewerId) };
  const state = withSavedList(viewer, server.readSaved(viewerId));
  return [...state.rooms.keys()].reduce((all, id) => withRoomRead(server, all, id, viewerId), state);
}

function withRoomRead(server: TinyServer, state: ChatState, id: string, viewerId: string): ChatState {
  return withPins(withOpenRoom(state, server.readRoom(id, viewerId)), id, server.readPins(id));
}

test('applying the feed gives what a fresh read gives, wherever the first read was made', () => {
  fc.assert(
    fc.property(histories, histories, (before, after) => {
      const server = new TinyServer([KITCHEN, GARDEN], 'otto');
      for (const step of before) step(server);
      let state = freshRead(server, ADA);
      let position = server.position;
      for (const step of after) {
        step(server);
        state = server.eventsAfter(position, ADA).reduce(applyEvent, state);
        position = server.position;
        // A room that one has just come into is read, as the screen does it.
        for (const [id, { timeline }] of state.rooms) {
          if (!timeline) state = withRoomRead(server, state, id, ADA);
        }
        state = state.saved ? state : withSavedList(state, server.readSaved(ADA));
      }
      expect(facts(state)).toEqual(facts(freshRead(server, ADA)));
      expect(toJoin(state)).toEqual(toJoin(freshRead(server, ADA)));
      expect(savedIn(state)).toEqual(savedIn(freshRead(server, ADA)));
    }),
  );
});

test('events that a read already shows change nothing of it', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const server = new TinyServer([KITCHEN, GARDEN], ADA);
      for (const step of history) step(server);
      const state = freshRead(server, ADA);
      expect(facts(server.eventsAfter(0, ADA).reduce(applyEvent, state))).toEqual(facts(state));
    }),
  );
});

test('applying an event twice is applying it once', () => {
  fc.assert(
    fc.property(histories, histories, (before, after) => {
      const server = new TinyServer([KITCHEN, GARDEN], 'otto');
      server.enter(KITCHEN, ADA);
      for (const step of before) step(server);
      let state = freshRead(server, ADA);
      const { position } = server;
      for (const step of after) step(server);
      for (const event of server.eventsAfter(position, ADA)) {
        state = applyEvent(state, event);
        expect(applyEvent(state, event)).toBe(state);
      }
    }),
  );
});

test('a read that was under way while events came ends with all of them', () => {
  fc.assert(
    fc.property(histories, histories, histories, (before, first, second) => {
      const server = new TinyServer([KITCHEN, GARDEN], ADA);
      for (const step of before) step(server);
      let state = fromViewer(server.readViewer(ADA));
      const start = server.position;
      for (const step of first) step(server);
      const answer = server.readRoom(KITCHEN, ADA);
      const pins = server.readPins(KITCHEN);
      for (const step of second) step(server);
      const events = server.eventsAfter(start, ADA);
      state = events.reduce(applyEvent, state);
      // The answer arrives late: it is merged, and what came meanwhile is applied on top of it again.
      state = events.reduce(applyEvent, withPins(withOpenRoom(state, answer), KITCHEN, pins));
      state = withRoomRead(server, state, GARDEN, ADA);
      expect(facts(state)).toEqual(facts(freshRead(server, ADA)));
    }),
  );
});

test('mentions count apart, by name and of the whole room, until they are edited away, deleted or read', () => {
  const { server, state } = adaInTheKitchen();
  const { position } = server;
  const mentions = () => {
    const room = kitchen(server.eventsAfter(position, ADA).reduce(applyEvent, state));
    return room && readMarkOf(room)?.unreadMentionCount;
  };
  server.send(KITCHEN, 'ben', 'Tea, @ada?');
  server.send(KITCHEN, 'ben', '@room Tea!');
  server.send(KITCHEN, 'ben', 'Tea, @cleo?');
  server.send(KITCHEN, ADA, '@room I come.');
  expect(mentions()).toBe(2);
  server.edit(KITCHEN, 2, 'Tea?');
  expect(mentions()).toBe(1);
  server.delete(KITCHEN, 3);
  expect(mentions()).toBe(0);
  server.edit(KITCHEN, 4, 'Tea, @cleo, @room?');
  expect(mentions()).toBe(1);
  server.markRead(KITCHEN, ADA, 5);
  expect(mentions()).toBe(0);
});

const aDayInTheKitchen = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: marking(fc.constant(KITCHEN)) },
    fc.tuple(numbers, fc.string()).map(([number, body]): Step => (server) => {
      server.edit(KITCHEN, number, body);
    }),
    numbers.map((number): Step => (server) => {
      server.delete(KITCHEN, number);
    }),
    fc.constant<Step>((server) => {
      server.leave(KITCHEN, ADA);
      server.enter(KITCHEN, ADA);
    }),
  ),
  { maxLength: 40 },
);

/** Ben’s kitchen, with Ada in it and something said. */
function kitchenOfBen(): TinyServer {
  const server = new TinyServer([KITCHEN], 'ben');
  server.enter(KITCHEN, ADA);
  for (const body of ['one', 'two', 'three', 'four']) server.send(KITCHEN, 'ben', body);
  return server;
}

test('reactions, answers, pins and what was saved are by the feed what they are by a fresh read, and twice is once', () => {
  fc.assert(
    fc.property(aDayInTheKitchen, aDayInTheKitchen, fc.boolean(), (before, after, atOnce) => {
      const server = kitchenOfBen();
      for (const step of before) step(server);
      let state = freshRead(server, ADA);
      let { position } = server;
      const follow = (): void => {
        for (const event of server.eventsAfter(position, ADA)) {
          state = applyEvent(state, event);
          expect(applyEvent(state, event)).toBe(state);
          // What the page has not loaded it reads, as the screen does it.
          if (!kitchen(state)?.timeline && state.rooms.has(KITCHEN)) state = withRoomRead(server, state, KITCHEN, ADA);
          state = state.saved ? state : withSavedList(state, server.readSaved(ADA));
        }
        position = server.position;
      };
      for (const step of after) {
        step(server);
        // Live, event by event; or all that happened in one's absence, told as it is now.
        if (!atOnce) follow();
      }
      follow();
      expect(facts(state)).toEqual(facts(freshRead(server, ADA)));
      expect(savedIn(state)).toEqual(savedIn(freshRead(server, ADA)));
    }),
    { numRuns: 300 },
  );
});

/** What Ada has not read in the kitchen, counted one by one. */
function countedUnread(server: TinyServer, seenNumber: number): number {
  const { messages, viewerState } = server.readRoom(KITCHEN, ADA, Infinity);
  const read = Math.max(seenNumber, viewerState?.lastReadNumber ?? 0);
  const isUnread = ({ author, deletedAt, number }: Message): boolean =>
    number > read && author.id !== ADA && deletedAt === null;
  return messages?.edges.filter(({ node }) => isUnread(node)).length ?? 0;
}

test('what is shown as unread is what was neither read here nor, as far as the server knows, anywhere else', () => {
  const inTheKitchen: fc.Arbitrary<Step> = fc.oneof(
    fc.constantFrom(ADA, 'ben').map((who): Step => (server) => {
      server.send(KITCHEN, who, 'Tea?');
    }),
    numbers.map((number): Step => (server) => {
      server.delete(KITCHEN, number);
    }),
    numbers.map((number): Step => (server) => {
      server.markRead(KITCHEN, ADA, number);
    }),
    numbers.map((number): Step => (server) => {
      server.markUnread(KITCHEN, ADA, number);
    }),
  );
  const looks = fc.tuple(inTheKitchen, fc.boolean());
  fc.assert(
    fc.property(fc.array(looks, { maxLength: 40 }), (history) => {
      const server = new TinyServer([KITCHEN], ADA);
      server.enter(KITCHEN, 'ben');
      let state = freshRead(server, ADA);
      let position = server.position;
      let seenNumber = 0;
      for (const [step, looksAtEnd] of history) {
        const before = kitchen(state)?.viewerState?.lastReadNumber ?? 0;
        step(server);
        const events = server.eventsAfter(position, ADA);
        // Twice: a read that was under way has them applied again.
        state = [...events, ...events].reduce(applyEvent, state);
        position = server.position;
        if ((kitchen(state)?.viewerState?.lastReadNumber ?? 0) < before) seenNumber = 0;
        if (looksAtEnd) {
          state = seenToEnd(state);
          seenNumber = kitchen(state)?.timeline?.newest ?? 0;
        }
        expect(unread(state)).toBe(countedUnread(server, seenNumber));
      }
    }),
  );
});
