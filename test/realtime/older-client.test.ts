import { expect, it } from 'vitest';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast, type Cast } from '../support/people/cast.js';
import { previewsMadeOf } from '../support/people/link-previews.js';
import type { RoomAnswer } from '../support/people/person.js';
import { prefers, reads } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { follows, readsThread } from '../support/people/threads.js';
import { aServer } from '../support/servers/server.js';
import { knowsNames, settingsToAsk, WebSite } from '../support/servers/web-site.js';

const site = await WebSite.opens();
const server = await aServer(settingsToAsk(site));
knowsNames(server);

/** What a client asks that was written before there were threads, reactions, pins, saved messages, mentions, marks and link previews. */
const FIELDS = `cursor live event {
  __typename id
  ... on RoomEvent { seq }
  ... on MessageSent { message { number body } }
  ... on MessageEdited { message { number body } }
  ... on MessageDeleted { message { number body } }
  ... on MemberJoined { user { id } }
  ... on MemberLeft { user { id } }
  ... on MemberRoleChanged { user { id } role }
}`;
const ALL_ROOMS = `subscription ($after: Cursor) { item: events(after: $after) { ${FIELDS} } }`;
const ONE_ROOM = `subscription ($roomId: ID!, $after: Cursor) { item: roomEvents(roomId: $roomId, after: $after) { ${FIELDS} } }`;
const KNOWN = ['MessageSent', 'MessageEdited', 'MessageDeleted', 'MemberJoined', 'MemberLeft', 'MemberRoleChanged'];
/** What came later, of rooms and of Ada, and must have happened here. */
const LATER = [
  ...['ThreadMessageSent', 'ThreadMessageEdited', 'ThreadMessageDeleted', 'ReactionAdded', 'ReactionRemoved'],
  ...['MessagePinned', 'MessageUnpinned', 'RoomChanged', 'LinkPreviewsChanged'],
];
const LATER_OF_ADA = ['RoomStateChanged', 'ThreadStateChanged', 'SavedMessagesChanged'];
const THE_END = 'The end';

interface OldEvent {
  readonly __typename: string;
  readonly id: string;
  readonly seq?: number;
  readonly message?: { readonly number: number; readonly body: string };
  readonly user?: { readonly id: string };
}

interface OldItem {
  readonly item: { readonly event: OldEvent | null };
}

it.each([
  ['of one room', ONE_ROOM, LATER],
  ['of all rooms', ALL_ROOMS, [...LATER, ...LATER_OF_ADA]],
] as const)(
  'an older client gets every later event in its order, live as in a replay, and passes over it: %s',
  async (_, query, later) => {
    const cast = await aCast(server);
    const { ada, ben } = cast;
    const room = await aRoom(ada, [ben]);
    const after = query === ONE_ROOM ? room.eventCursor : await feedCursorOf(ada);
    await using socket = await ada.opensSocket();
    const live = socket.subscribes<OldItem>(query, { roomId: room.id, after });
    await haveADay(cast, room);
    const heard = eventsIn(await live.until(isEnd));
    const replayed = eventsIn(await socket.subscribes<OldItem>(query, { roomId: room.id, after }).until(isEnd));
    // A replay shows messages as they are now: what they say differs, and nothing else.
    expect(replayed.map(withoutBody)).toEqual(heard.map(withoutBody));

    const kinds = heard.map(({ __typename }) => __typename);
    expect(kinds).toEqual(expect.arrayContaining([...KNOWN, ...later]));
    expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length);
    const places = heard.flatMap(({ seq }) => seq ?? []);
    expect(places).toEqual(places.map((_, index) => (places[0] ?? 0) + index));
    // It sees the room's timeline without a gap, and nothing of what it does not know.
    const sent = heard.filter(({ __typename }) => __typename === 'MessageSent');
    expect(sent.map(({ message }) => message?.number)).toEqual(sent.map((_, index) => index + 1));
    for (const { __typename, id, seq, ...rest } of heard)
      if (!KNOWN.includes(__typename)) expect([id, seq, rest]).toEqual([id, seq, {}]);
  },
);

/** Everything that can happen, of what older clients know and of what came later. */
async function haveADay({ ada, ben, cleo }: Cast, room: RoomAnswer): Promise<void> {
  await ben.joins(room);
  await cleo.joins(room);
  await ada.makes(cleo, 'MODERATOR', room);
  const first = await ben.says(`Good morning, @${ada.username}`, room);
  const aside = await ada.says('Beside it', room, { threadRootId: first.id });
  await ben.says(`@${ada.username} and you?`, room, { threadRootId: first.id });
  await readsThread(ada, room, first, 2);
  await follows(ada, first, false);
  await ada.edits(aside, 'Still beside it');
  await ada.deletes(aside);
  await cleo.reacts('👍', first);
  await cleo.takesBack('👍', first);
  await cleo.pins(first);
  await cleo.unpins(first);
  await ada.saves(first);
  await reads(ada, room, 1);
  await prefers(ada, room, { isFavourite: true });
  await ben.says('An answer', room, { replyToId: first.id });
  await ben.edits(first, 'Good morning');
  await ben.deletes(first);
  await ada.updates(room, { topic: 'Other things' });
  await previewsMadeOf(ada, await ben.says(site.hasPage('/tea', '<title>Tea</title>'), room));
  await cleo.leaves(room);
  await ben.says(THE_END, room);
}

function isEnd({ item }: OldItem): boolean {
  return item.event?.message?.body === THE_END;
}

function withoutBody({ message, ...event }: OldEvent): unknown {
  return { ...event, number: message?.number };
}

function eventsIn(items: readonly OldItem[]): OldEvent[] {
  return items.flatMap(({ item }) => item.event ?? []);
}
