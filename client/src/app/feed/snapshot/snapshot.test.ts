import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvent } from '../apply-event';
import { fromViewer, withOpenRoom, withOpenThread, withPins } from '../apply-read';
import { type ChatState, updateRoom } from '../chat-state';
import { withSeen } from '../read-state';
import { person, TinyServer } from '../test/tiny-server';
import { keptConversations, MAX_AGE } from './kept-conversations';
import {
  fromSnapshot,
  type SnapshotChat,
  type SnapshotConversation,
  type SnapshotRoom,
  stateForSnapshot,
  withConversations,
} from './snapshot';
import { changesSince, NOTHING_WRITTEN, type Written } from './snapshot-changes';
import { SNAPSHOT_FORMAT } from './snapshot-format';
import { withUnchanged } from './with-unchanged';
import { isSoundChat, isSoundConversation, isSoundRoom } from './sound-snapshot';

const ADA = 'ada';
const KITCHEN = 'kitchen';
const GARDEN = 'garden';
const LOFT = 'loft';

type Step = (server: TinyServer) => void;

/** What a browser keeps, copied as a browser copies it. */
class Kept {
  private chat: SnapshotChat | null = null;
  private readonly rooms = new Map<string, SnapshotRoom>();
  private readonly conversations = new Map<string, SnapshotConversation>();
  private written: Written = NOTHING_WRITTEN;

  write(state: ChatState, position: number): void {
    const opened = new Map([...state.rooms.keys()].map((id, index) => [id, index + 1]));
    const { change, after } = changesSince(this.written, state, opened, 1000);
    for (const id of change.goneRooms) this.rooms.delete(id);
    for (const id of change.goneConversations) this.conversations.delete(id);
    for (const room of change.rooms) this.rooms.set(room.id, structuredClone(room));
    for (const one of change.conversations) this.conversations.set(one.id, structuredClone(one));
    this.chat = structuredClone(chatOf(state, String(position)));
    this.written = after;
  }

  /** As a page opens: the rooms with one of the conversations, then the others. */
  open(firstId: string): { readonly state: ChatState; readonly position: number } {
    const { chat } = this;
    const [rooms, all] = [[...this.rooms.values()], [...this.conversations.values()]];
    if (!isSoundChat(chat, ADA, 1000)) throw new Error('Nothing was kept.');
    expect(rooms.every(isSoundRoom) && all.every(isSoundConversation)).toBe(true);
    const begun = withConversations(
      fromSnapshot(chat, rooms),
      all.filter(({ id }) => id === firstId),
    );
    const whole = withConversations(begun, all);
    this.written = { rooms: whole.rooms, conversations: new Map(all.map((one) => [one.id, one])) };
    return { state: withUnchanged(begun, begun, whole), position: Number(chat.cursor) };
  }
}

function chatOf(state: ChatState, cursor: string): SnapshotChat {
  const server = { name: '', accent: null, guests: true, registration: true, uploadMaxBytes: 1, messageMaxLength: 1 };
  return {
    ...{ format: SNAPSHOT_FORMAT, writer: 'tab', viewer: person(ADA), cursor, asOf: 1 },
    server: { ...server, attachmentsMax: 1, messagesKeptDays: null, sendsEmail: false },
    state: stateForSnapshot(state),
  };
}

const rooms = fc.constantFrom(KITCHEN, GARDEN, LOFT);
const people = fc.constantFrom(ADA, 'ben', 'cleo');
const numbers = fc.integer({ min: 1, max: 12 });

const happening: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(rooms, people, fc.string()).map(([room, who, body]): Step => (server) => {
      server.send(room, who, body);
    }),
  },
  fc.tuple(rooms, numbers, people, fc.string()).map(([room, number, who, body]): Step => (server) => {
    server.reply(room, number, who, body);
  }),
  fc.tuple(rooms, numbers, fc.string()).map(([room, number, body]): Step => (server) => {
    server.edit(room, number, body);
  }),
  fc.tuple(rooms, numbers).map(([room, number]): Step => (server) => {
    server.delete(room, number);
  }),
  fc.tuple(rooms, numbers, people, fc.boolean()).map(([room, number, personId, isOn]): Step => (server) => {
    server.react(room, number, { personId, emoji: '👍' }, isOn);
  }),
  fc.tuple(rooms, numbers, fc.boolean()).map(([room, number, isPinned]): Step => (server) => {
    server.pin(room, number, isPinned);
  }),
  fc.tuple(rooms, numbers, fc.boolean()).map(([room, number, isRead]): Step => (server) => {
    if (isRead) server.markRead(room, ADA, number);
    else server.markUnread(room, ADA, number);
  }),
  fc.tuple(rooms, people, fc.boolean()).map(([room, who, comes]): Step => (server) => {
    if (comes) server.enter(room, who);
    else server.leave(room, who);
  }),
  fc.tuple(people, fc.boolean()).map(([who, isBlocked]): Step => (server) => {
    if (who !== ADA) server.setBlocked(ADA, who, isBlocked);
  }),
);

/** What Ada’s page does beside what happens. */
type Doing = 'write' | 'close' | 'see' | 'nothing';
const doings = fc.constantFrom<Doing>('write', 'close', 'see', 'nothing', 'nothing');

/** A page that follows the feed, reads the rooms that it has none of, and may be closed and opened again. */
class Page {
  private position: number;

  constructor(
    private readonly server: TinyServer,
    public state: ChatState,
    private readonly kept: Kept | null,
  ) {
    this.position = server.position;
    this.read();
  }

  follow(): void {
    this.state = this.server.eventsAfter(this.position, ADA).reduce(applyEvent, this.state);
    this.position = this.server.position;
    this.read();
  }

  do(doing: Doing, room: string): void {
    if (doing === 'see') this.state = seen(this.state, room);
    if (doing !== 'write' && doing !== 'close') return;
    this.kept?.write(this.state, this.position);
    if (doing === 'close' && this.kept) Object.assign(this, this.kept.open(room));
  }

  private read(): void {
    for (const [id, { timeline }] of this.state.rooms) {
      if (timeline) continue;
      this.state = withPins(withOpenRoom(this.state, this.server.readRoom(id, ADA)), id, this.server.readPins(id));
      this.state = withOpenThread(this.state, id, this.server.readThread(id, 1, ADA));
    }
  }
}

function seen(state: ChatState, roomId: string): ChatState {
  return updateRoom(state, roomId, (room) => withSeen(room, room.timeline?.messages.at(-1) ?? { number: 0, seq: 0 }));
}

test('however often the page was closed and opened again, it knows what it would know if it had been open all the time', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(happening, doings, rooms, fc.boolean()), { maxLength: 40 }), (history) => {
      const server = new TinyServer([KITCHEN, GARDEN, LOFT], 'otto');
      for (const room of [KITCHEN, GARDEN]) server.enter(room, ADA);
      server.enter(KITCHEN, 'ben');
      for (const body of ['one', 'two']) server.send(KITCHEN, 'ben', body);
      const first = { ...fromViewer(server.readViewer(ADA)), visible: server.readVisible(ADA) };
      const [always, reopened] = [new Page(server, first, null), new Page(server, first, new Kept())];
      for (const [step, doing, room, isLate] of history) {
        step(server);
        // What happens while the page is closed comes when it is open again.
        if (isLate && doing === 'close') reopened.do(doing, room);
        always.follow();
        reopened.follow();
        always.do(doing, room);
        if (!(isLate && doing === 'close')) reopened.do(doing, room);
      }
      expect(reopened.state).toEqual(always.state);
    }),
    { numRuns: 300 },
  );
});

test('what is damaged, of another version, too old or somebody else’s is nothing to begin with', () => {
  const server = new TinyServer([KITCHEN], ADA);
  server.send(KITCHEN, ADA, 'Tea?');
  const state = withOpenRoom(fromViewer(server.readViewer(ADA)), server.readRoom(KITCHEN, ADA));
  const chat = chatOf(state, '1');
  expect(isSoundChat(chat, ADA, 1)).toBe(true);
  expect(isSoundChat(chat, 'ben', 1)).toBe(false);
  expect(isSoundChat(chat, ADA, MAX_AGE + 2)).toBe(false);
  expect(isSoundChat({ ...chat, format: 'of old' }, ADA, 1)).toBe(false);
  for (const part of ['cursor', 'state', 'viewer', 'server', 'asOf'])
    expect(isSoundChat({ ...chat, [part]: undefined }, ADA, 1)).toBe(false);

  const { change } = changesSince(NOTHING_WRITTEN, state, new Map([[KITCHEN, 1]]), 1);
  const [room, conversation] = [change.rooms[0], change.conversations[0]];
  expect(isSoundRoom(room) && isSoundConversation(conversation)).toBe(true);
  for (const damaged of [null, 7, {}, { ...room, threads: [] }, { ...room, state: {} }, { ...room, id: GARDEN }])
    expect(isSoundRoom(damaged)).toBe(false);
  const message = conversation?.timeline?.messages[0];
  const windows = [
    null,
    {},
    { newest: 2, messages: [message, message] },
    { newest: 1, messages: [{ ...message, body: 1 }] },
  ];
  for (const timeline of windows) expect(isSoundConversation({ ...conversation, timeline })).toBe(false);
});

test('what is written once is not written again while nothing changes, and a room is written by itself', () => {
  const server = new TinyServer([KITCHEN, GARDEN], ADA);
  const rooms = [KITCHEN, GARDEN];
  const read = fromViewer(server.readViewer(ADA));
  const state = rooms.reduce((all, id) => withOpenRoom(all, server.readRoom(id, ADA)), read);
  const opened = new Map(rooms.map((id) => [id, 1]));
  const first = changesSince(NOTHING_WRITTEN, state, opened, 1);
  expect(first.change.rooms).toHaveLength(2);
  expect(first.change.conversations).toHaveLength(2);
  const again = changesSince(first.after, state, opened, 1);
  expect(again.change).toEqual({ rooms: [], conversations: [], goneRooms: [], goneConversations: [] });
  const { position } = server;
  server.send(GARDEN, ADA, 'Cake?');
  const later = server.eventsAfter(position, ADA).reduce(applyEvent, state);
  const { change } = changesSince(first.after, later, opened, 1);
  expect(change.rooms.map(({ id }) => id)).toEqual([GARDEN]);
  expect(change.conversations.map(({ id }) => id)).toEqual([GARDEN]);
});

test('of very much, what was opened last is kept, and nothing that nobody has opened for thirty days', () => {
  const kept = (id: string, openedAt: number, size: number) => ({ id, openedAt, size });
  const all = [
    kept('old', 10, 1),
    kept('large', 20 + MAX_AGE, 90),
    kept('newest', 40 + MAX_AGE, 20),
    kept('new', 30 + MAX_AGE, 20),
  ];
  const ids = (bytes: number) => keptConversations(all, 50 + MAX_AGE, bytes).map(({ id }) => id);
  expect(ids(1000)).toEqual(['newest', 'new', 'large']);
  expect(ids(60)).toEqual(['newest', 'new']);
});
