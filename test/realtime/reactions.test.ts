import { expect, it, vi } from 'vitest';
import { NamedMessages } from '#server/messages/named-messages.js';
import { aCast } from '../support/people/cast.js';
import type { Person, RoomAnswer } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { countEncodings } from '../support/sockets/encodings.js';
import type { Socket } from '../support/sockets/socket.js';

const server = await aServer();

const feedOf = (of: string): string => `subscription ($roomId: ID!, $after: Cursor) {
  item: roomEvents(roomId: $roomId, after: $after) { mark event { __typename ${of} } } }`;

const SHOWN = 'message { id reactions { emoji count users(first: 2) { nodes { id } } } }';
const REACTIONS = feedOf(
  `... on MessageSent { ${SHOWN} } ... on ReactionAdded { emoji ${SHOWN} } ... on ReactionRemoved { emoji ${SHOWN} }`,
);
const BODIES = feedOf('... on MessageSent { message { id body } }');
const OWN = feedOf('... on MessageSent { message { id viewerState { reactions } } }');

interface Item {
  readonly item: { readonly mark: string | null; readonly event: Event | null };
}
interface Event {
  readonly __typename: string;
  readonly emoji?: string;
  readonly message?: {
    readonly id: string;
    readonly body?: string;
    readonly reactions?: readonly { readonly emoji: string; readonly count: number }[];
    readonly viewerState?: { readonly reactions: readonly string[] } | null;
  };
}

it('what showed the reactions to a message is shown anew, and nothing else is', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  await using staying = await ada.opensSocket();
  await using late = await ben.opensSocket();
  for (const operation of [REACTIONS, BODIES]) await eventsIn(staying, operation, room, { stays: true });
  const first = await ada.says('Tea?', room);
  const second = await ada.says('Or coffee?', room);
  for (const operation of [REACTIONS, BODIES]) await eventsIn(late, operation, room);
  await ben.reacts('👍', second);
  const both = [first.id, second.id];
  {
    // Neither a message that nobody reacted to nor an answer without reactions was forgotten.
    using reads = readsOfMessages();
    await eventsIn(late, BODIES, room);
    expect(reads.ids()).toEqual([]);
    const events = await eventsIn(late, REACTIONS, room);
    expect(new Set(reads.ids().filter((id) => both.includes(id)))).toEqual(new Set([second.id]));
    expect(reactionsIn(events, second)).toMatchObject([{ emoji: '👍', count: 1, users: { nodes: [{ id: ben.id }] } }]);
    expect(reactionsIn(events, first)).toEqual([]);
  }
  await ben.takesBack('👍', second);
  expect(reactionsIn(await eventsIn(late, REACTIONS, room), second)).toEqual([]);
});

it('a deleted message is shown without its reactions, by its own event and by theirs', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  await using staying = await ada.opensSocket();
  await using late = await ben.opensSocket();
  await eventsIn(staying, REACTIONS, room, { stays: true });
  const message = await ada.says('Tea?', room);
  await ben.reacts('👍', message);
  await eventsIn(late, REACTIONS, room);
  await ada.deletes(message);
  const shown = (await eventsIn(late, REACTIONS, room)).flatMap(({ message: one }) => one ?? []);
  expect(shown.map(({ reactions }) => reactions)).toEqual([[], []]);
});

it('a reaction is put into bytes once for all who follow, and is the same replayed', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  await using adas = await ada.opensSocket();
  await using bens = await ben.opensSocket();
  const feeds = [adas, bens].map((socket) => socket.subscribes<Item>(REACTIONS, { roomId: room.id }));
  for (const feed of feeds) await feed.until(({ item }) => item.mark === 'OPENED');
  const message = await ada.says('Tea?', room);
  const isReaction = ({ item }: Item): boolean => item.event?.__typename === 'ReactionAdded';
  using encodings = countEncodings((value) => JSON.stringify(value).includes('"ReactionAdded"'));
  await ben.reacts('👍', message);
  const live = await Promise.all(feeds.map(async (feed) => (await feed.until(isReaction)).at(-1)?.item.event));
  expect(encodings.count()).toBe(1);
  expect(live[0]).toMatchObject({ emoji: '👍', message: { id: message.id, reactions: [{ emoji: '👍', count: 1 }] } });
  expect(live[1]).toEqual(live[0]);
  expect((await eventsIn(adas, REACTIONS, room)).at(-1)).toEqual(live[0]);
});

it('what the viewer reacted with is shown to each for themselves, and to nobody who has left', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  await ben.reacts('👍', await ada.says('Tea?', room));
  await using adas = await ada.opensSocket();
  await using bens = await ben.opensSocket();
  const seenBy = async (socket: Socket) =>
    (await eventsIn(socket, OWN, room)).flatMap(({ message }) => (message ? [message.viewerState] : []));
  expect(await seenBy(adas)).toEqual([{ reactions: [] }]);
  expect(await seenBy(bens)).toEqual([{ reactions: ['👍'] }]);
  await ben.leaves(room);
  const PAGE = `query ($after: Cursor!) { events(after: $after) { event { __typename
    ... on MessageSent { message { viewerState { reactions } } } } } }`;
  const { viewer } = await ben.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }');
  expect(viewer.eventCursor).toBeTruthy();
  const { events } = await ben.asks<{ events: { event: Event | null }[] }>(PAGE, { after: startOf.get(room.id) });
  const sent = events.flatMap(({ event }) => (event?.__typename === 'MessageSent' ? [event.message] : []));
  expect(sent).toEqual([{ viewerState: null }]);
});

it('a client that knows no reactions passes over them', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  const message = await ada.says('Tea?', room);
  await ben.reacts('👍', message);
  await ben.takesBack('👍', message);
  await ada.says('I am off', room);
  await using socket = await ben.opensSocket();
  expect((await eventsIn(socket, BODIES, room)).slice(-4)).toEqual([
    { __typename: 'MessageSent', message: { id: message.id, body: 'Tea?' } },
    { __typename: 'ReactionAdded' },
    { __typename: 'ReactionRemoved' },
    { __typename: 'MessageSent', message: { id: expect.any(String) as string, body: 'I am off' } },
  ]);
});

/** Where Ben's feed of all rooms stood before he came into a room. */
const startOf = new Map<string, string>();

async function aRoomOfTwo(): Promise<{ ada: Person; ben: Person; room: RoomAnswer }> {
  const { ada, ben } = await aCast(server);
  const { viewer } = await ben.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }');
  const room = await aRoom(ada, [ben]);
  startOf.set(room.id, viewer.eventCursor);
  return { ada, ben, room };
}

/** All that somebody reads who replays the room with this operation. */
async function eventsIn(socket: Socket, operation: string, room: RoomAnswer, { stays = false } = {}): Promise<Event[]> {
  const feed = socket.subscribes<Item>(operation, { roomId: room.id, after: room.eventCursor });
  const items = await feed.until(({ item }) => item.mark === 'CAUGHT_UP');
  if (!stays) feed.unsubscribe();
  return items.flatMap(({ item }) => item.event ?? []);
}

function reactionsIn(events: readonly Event[], { id }: { id: string }) {
  const sent = events.find(({ __typename, message }) => __typename === 'MessageSent' && message?.id === id);
  return sent?.message?.reactions;
}

/** Which messages are asked for so that an event can be shown. */
function readsOfMessages(): { ids(): string[] } & Disposable {
  const spy = vi.spyOn(server.app.get(NamedMessages), 'get');
  return {
    ids: () => spy.mock.calls.map(([, id]) => id),
    [Symbol.dispose]: () => {
      spy.mockRestore();
    },
  };
}
