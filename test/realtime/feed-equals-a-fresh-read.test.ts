import { describe, expect, it } from 'vitest';
import { aCast, type Cast } from '../support/people/cast.js';
import { archives, bans, unarchives } from '../support/people/looking-after.js';
import { previewsMadeOf } from '../support/people/link-previews.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import {
  applyAll,
  snapshot,
  VIEWED_FEED,
  VIEWED_PAGE,
  VIEWED_ROOM,
  type ViewItem,
} from '../support/feeds/room-view.js';
import { aServer } from '../support/servers/server.js';
import { knowsNames, settingsToAsk, WebSite } from '../support/servers/web-site.js';
import { upload } from '../support/files/uploads.js';

const site = await WebSite.opens();
const server = await aServer(settingsToAsk(site));
knowsNames(server);

/** For every type of event in a room, what somebody does to make it happen. A type without an entry fails below. */
const HAPPENINGS: Record<string, (cast: Cast, room: RoomAnswer) => Promise<unknown>> = {
  MessageSent: async ({ cleo }, room) => {
    const file = await upload(cleo, room, 'notes.txt', 'what we said');
    const { id: replyToId } = await firstMessage(cleo, room);
    return cleo.says('And another thing', room, { nonce: 'once', attachmentIds: [file.id], replyToId });
  },
  MessageEdited: ({ ada }, room) => firstMessage(ada, room).then((message) => ada.edits(message, 'Good morning!')),
  MessageDeleted: ({ ada }, room) => firstMessage(ada, room).then((message) => ada.deletes(message)),
  MessagePinned: ({ ben }, room) => firstMessage(ben, room).then((message) => ben.pins(message)),
  MessageUnpinned: ({ ben }, room) => messageOf(ben, room, 2).then((message) => ben.unpins(message)),
  ThreadMessageSent: async ({ ben, cleo }, room) => {
    const file = await upload(cleo, room, 'more.txt', 'what we said there');
    const { id: threadRootId } = await firstMessage(cleo, room);
    const { id: replyToId } = await threadMessage(cleo, room);
    return cleo.says(`Good evening, @${ben.username} and @room`, room, {
      attachmentIds: [file.id],
      replyToId,
      threadRootId,
    });
  },
  ThreadMessageEdited: ({ ada, cleo }, room) =>
    threadMessage(ada, room).then((message) => ada.edits(message, `Breakfast, @${cleo.username}!`)),
  ThreadMessageDeleted: ({ ada }, room) => threadMessage(ada, room).then((message) => ada.deletes(message)),
  LinkPreviewsChanged: async ({ ada }, room) => {
    const message = await firstMessage(ada, room);
    await ada.edits(message, `Good morning! ${site.hasPage('/morning', '<title>Morning</title>')}`);
    await previewsMadeOf(ada, message);
  },
  ReactionAdded: ({ ben }, room) => firstMessage(ben, room).then((message) => ben.reacts('👍', message)),
  ReactionRemoved: ({ cleo }, room) => firstMessage(cleo, room).then((message) => cleo.takesBack('🎉', message)),
  MemberJoined: ({ otto }, room) => otto.joins(room),
  MemberLeft: ({ cleo }, room) => cleo.leaves(room),
  MemberRoleChanged: ({ ada, cleo }, room) => ada.makes(cleo, 'MODERATOR', room),
  RoomChanged: ({ ada }, room) =>
    ada.updates(room, {
      ...{ name: `${room.name}, renamed`, topic: 'Other things', visibility: 'PRIVATE' },
      ...{ posting: 'MODERATORS', slowModeSeconds: 30 },
    }),
};

it('every type of event in the schema has a case here', async () => {
  const { ada } = await aCast(server);
  const { __type } = await ada.asks<{ __type: { possibleTypes: { name: string }[] } }>(
    '{ __type(name: "RoomEvent") { possibleTypes { name } } }',
  );
  expect(Object.keys(HAPPENINGS).sort()).toEqual(__type.possibleTypes.map(({ name }) => name).sort());
});

describe.each(Object.entries(HAPPENINGS))('applying %s to what Ben knows equals a fresh read', (type, happen) => {
  it('when he reads the feed afterwards', async () => {
    const { cast, room } = await aRoomWithAMessage();
    const before = await snapshot(cast.ben, room);
    await happen(cast, room);
    const after = await snapshot(cast.ben, room);
    expect(before.view).not.toEqual(after.view);

    const ways = [
      await replay(cast.ben, VIEWED_ROOM, { roomId: room.id, after: before.roomCursor }),
      await replay(cast.ben, VIEWED_FEED, { after: before.feedCursor }),
      await page(cast.ben, { after: before.roomCursor, roomId: room.id }),
      await page(cast.ben, { after: before.feedCursor }),
    ];
    for (const items of ways) {
      expect(items.map(({ event }) => event?.__typename)).toContain(type);
      expect(applyAll(before.view, room, items)).toEqual(after.view);
    }
  });

  it('when he watches it happen', async () => {
    const { cast, room } = await aRoomWithAMessage();
    const before = await snapshot(cast.ben, room);
    await using socket = await cast.ben.opensSocket();
    const feed = socket.subscribes<{ item: ViewItem }>(VIEWED_ROOM, { roomId: room.id, after: before.roomCursor });
    await feed.until(({ item }) => item.mark === 'CAUGHT_UP');
    await happen(cast, room);
    const items = (await feed.until(({ item }) => item.event?.__typename === type)).map(({ item }) => item);
    expect(items.every(({ live }) => live)).toBe(true);
    expect(applyAll(before.view, room, items)).toEqual((await snapshot(cast.ben, room)).view);
  });

  it('however often he applies it', async () => {
    const { cast, room } = await aRoomWithAMessage();
    const before = await snapshot(cast.ben, room);
    await happen(cast, room);
    const items = await page(cast.ben, { after: before.roomCursor, roomId: room.id });
    expect(applyAll(before.view, room, [...items, ...items])).toEqual((await snapshot(cast.ben, room)).view);
  });
});

it('handing a room on, and an owner who leaves, are followed too', async () => {
  const { cast, room } = await aRoomWithAMessage();
  const before = await snapshot(cast.ben, room);
  await cast.ada.makes(cast.cleo, 'OWNER', room);
  await cast.cleo.leaves(room);
  const items = await page(cast.ben, { after: before.roomCursor, roomId: room.id });
  expect(items.at(-2)?.event).toMatchObject({ __typename: 'MemberRoleChanged', member: { role: 'OWNER' } });
  expect(applyAll(before.view, room, items)).toEqual((await snapshot(cast.ben, room)).view);
});

it('a room that is archived, and taken out again, is followed too; and one who is banned is not there any more', async () => {
  const { cast, room } = await aRoomWithAMessage();
  const before = await snapshot(cast.ben, room);
  for (const change of [
    () => archives(cast.ada, room),
    () => unarchives(cast.ada, room),
    () => bans(cast.ada, cast.cleo, room),
  ]) {
    await change();
    const items = await page(cast.ben, { after: before.roomCursor, roomId: room.id });
    expect(applyAll(before.view, room, items)).toEqual((await snapshot(cast.ben, room)).view);
  }
});

it('what people do with a message of a thread is followed there, and nothing of it stands in the room’s timeline', async () => {
  const { cast, room } = await aRoomWithAMessage();
  const before = await snapshot(cast.ben, room);
  const message = await threadMessage(cast.ben, room);
  await cast.cleo.reacts('👍', message);
  await cast.ben.pins(message);
  await cast.ada.deletes(await firstMessage(cast.ada, room));
  const started = await cast.ada.says('And another', room);
  await cast.ben.says('The first one', room, { threadRootId: started.id });
  const items = await page(cast.ben, { after: before.roomCursor, roomId: room.id });
  const { view } = await snapshot(cast.ben, room);
  expect(applyAll(before.view, room, items)).toEqual(view);
  expect(view.pins[0]).toBe(message.id);
  expect(Object.keys(view.messages)).toEqual(['1', '2', '3']);
});

it('an event replayed later shows what it points to as it is now', async () => {
  const { cast, room } = await aRoomWithAMessage();
  const before = await snapshot(cast.ben, room);
  const { id } = await cast.ada.says('Tpyo', room);
  await cast.ada.edits({ id }, 'Typo');
  await cast.otto.joins(room);
  await cast.otto.leaves(room);
  const [sent, , joined] = await page(cast.ben, { after: before.roomCursor, roomId: room.id });
  expect(sent?.event).toMatchObject({ __typename: 'MessageSent', message: { body: 'Typo' } });
  expect(joined?.event).toMatchObject({ __typename: 'MemberJoined', user: { id: cast.otto.id }, member: null });
});

async function aRoomWithAMessage(): Promise<{ cast: Cast; room: RoomAnswer }> {
  const cast = await aCast(server);
  const room = await aRoom(cast.ada, [cast.ben, cast.cleo]);
  const message = await cast.ada.says('Good mornign!', room);
  await cast.cleo.reacts('🎉', message);
  await cast.cleo.pins(await cast.ben.says('Good morning to you!', room, { replyToId: message.id }));
  const aside = await cast.ada.says(`Breakfast, @${cast.ben.username}?`, room, { threadRootId: message.id });
  await cast.ben.says('Yes', room, { threadRootId: message.id, replyToId: aside.id });
  return { cast, room };
}

function firstMessage(reader: Person, room: RoomAnswer): Promise<{ id: string }> {
  return messageOf(reader, room, 1);
}

/** The first one of the thread that hangs on the first one. */
async function threadMessage(reader: Person, room: RoomAnswer): Promise<{ id: string }> {
  const { threads } = (await snapshot(reader, room)).view;
  const message = Object.values(threads)[0]?.[1];
  if (!message) throw new Error('Nothing was said in a thread here.');
  return message;
}

async function messageOf(reader: Person, room: RoomAnswer, number: number): Promise<{ id: string }> {
  const message = (await snapshot(reader, room)).view.messages[number];
  if (!message) throw new Error('Nothing was said here.');
  return message;
}

async function replay(reader: Person, query: string, variables: Record<string, unknown>): Promise<ViewItem[]> {
  await using socket = await reader.opensSocket();
  const feed = socket.subscribes<{ item: ViewItem }>(query, variables);
  return (await feed.until(({ item }) => item.mark === 'CAUGHT_UP')).map(({ item }) => item);
}

async function page(reader: Person, variables: Record<string, unknown>): Promise<ViewItem[]> {
  return (await reader.asks<{ items: ViewItem[] }>(VIEWED_PAGE, variables)).items;
}
