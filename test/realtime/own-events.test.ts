import { expect, it } from 'vitest';
import { feedCursorOf } from '../support/people/busy-room.js';
import { anAdministrator, appoints } from '../support/people/administration.js';
import { aName } from '../support/people/accounts.js';
import { changesSection, makesSection, movesRooms, ordersRoomsBy } from '../support/people/arrangement.js';
import { aCast } from '../support/people/cast.js';
import {
  aBotWithCommands,
  asked as askedIn,
  askedSince,
  FEED_OF_BOT,
  type InvokedItem,
  invokes,
  placeOf,
} from '../support/people/commands.js';
import { countEncodings } from '../support/sockets/encodings.js';
import { ALL_EVENTS, type FeedAnswer, type FeedItem, readUntil, ROOM_EVENTS } from '../support/feeds/feed.js';
import { hasAddress, wantsEmail } from '../support/people/email.js';
import { Person } from '../support/people/person.js';
import { blocks, unblocks } from '../support/people/direct-rooms.js';
import { deletesRoom } from '../support/people/looking-after.js';
import { doesNotWantToBeDisturbed, wishes } from '../support/people/notifications.js';
import { marksUnread, prefers, reads } from '../support/people/reading.js';
import { closes, openReport, reports } from '../support/people/reports.js';
import { follows, readsThread, threadOn } from '../support/people/threads.js';
import { aRoom } from '../support/people/room.js';
import { MailServer } from '../support/servers/mail-server.js';
import { aServer } from '../support/servers/server.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';

const mail = await MailServer.opens();
const server = await aServer(mail.settings);

const END = 'mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) { ok } }';
const SESSIONS = '{ viewer { sessions { id isCurrent } } }';

it('Ada hears at her desk that she signed in elsewhere and that this session has ended; Ben hears neither', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const starts = { ada: await feedCursorOf(ada), ben: await feedCursorOf(ben) };
  await using adas = await ada.opensSocket();
  await using bens = await ben.opensSocket();
  const hers = adas.subscribes<FeedAnswer>(ALL_EVENTS, {});
  const his = bens.subscribes<FeedAnswer>(ALL_EVENTS, {});
  await Promise.all([hers, his].map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));

  await Person.signsIn(server, ada.username);
  const elsewhere = (await sessionsOf(ada)).find(({ isCurrent }) => !isCurrent)?.id ?? '';
  await ada.asks(END, { id: elsewhere });
  await ada.says('Back at my desk', room);
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'Back at my desk';
  const told = [
    { __typename: 'SessionOpened', sessionId: elsewhere },
    { __typename: 'SessionEnded', sessionId: elsewhere },
    { __typename: 'MessageSent' },
  ];
  expect(eventsOf(await readUntil(hers, isWord))).toMatchObject(told);
  expect(eventsOf(await readUntil(his, isWord))).toMatchObject(told.slice(2));

  // The same again, replayed and in pages; and with her cursor, which names nobody, Ben learns no more.
  for (const read of [replayed, paged]) {
    expect(eventsOf(await read(ada, starts.ada))).toMatchObject(told);
    expect(eventsOf(await read(ben, starts.ben))).toMatchObject(told.slice(2));
    expect(eventsOf(await read(ben, starts.ada))).toMatchObject(told.slice(2));
  }
});

it('a bot hears on each of its connections that Ben typed its command, live, replayed and in pages; Ben and another bot never', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const bot = await aBotWithCommands(ada, [room]);
  const other = await aBotWithCommands(ada, [room]);
  const start = await placeOf(bot.itself);
  const people = [bot.itself, bot.itself, other.itself, ben];
  await using sockets = new AsyncDisposableStack();
  const feeds = await Promise.all(
    people.map(async (who) => {
      const feed = sockets.use(await who.opensSocket()).subscribes<{ events: InvokedItem }>(FEED_OF_BOT, {});
      await feed.until(({ events }) => events.mark === 'OPENED');
      return feed;
    }),
  );
  const interactionId = await invokes(ben, bot, room);
  await ben.says('And now?', room);
  const isWord = ({ events }: { events: InvokedItem }) => events.event?.__typename === 'MessageSent';
  const live = await Promise.all(
    feeds.map(async (feed) => askedIn((await feed.until(isWord)).map(({ events }) => events))),
  );
  const told = { __typename: 'CommandInvoked', actor: { id: ben.id }, room: { id: room.id }, interactionId };
  expect(live).toMatchObject([[told], [told], [], []]);
  // The same again in pages and replayed, and for nobody else.
  for (const [index, who] of people.entries()) {
    expect(await askedSince(who, start)).toEqual(live[index]);
    const again = sockets
      .use(await who.opensSocket())
      .subscribes<{ events: InvokedItem }>(FEED_OF_BOT, { after: start });
    const items = await again.until(({ events }) => events.mark === 'CAUGHT_UP');
    expect(askedIn(items.map(({ events }) => events))).toEqual(live[index]);
  }
});

it('Ada hears on each of her devices what she read on another, live, replayed and in pages; Ben never', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  for (let count = 0; count < 3; count += 1) await ben.says('Hello', room);
  const starts = { ada: await feedCursorOf(ada), ben: await feedCursorOf(ben) };
  const phone = await Person.signsIn(server, ada.username);
  await using desk = await ada.opensSocket();
  await using pocket = await phone.opensSocket();
  await using bens = await ben.opensSocket();
  const feeds = [desk, pocket, bens].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));

  await reads(phone, room, 2);
  await marksUnread(ada, room, 1);
  await prefers(phone, room, { isFavourite: true });
  // What changes nothing is no event.
  await reads(phone, room, 0);
  await marksUnread(ada, room, 3);
  await prefers(ada, room, { isFavourite: true });
  await ben.says('And now?', room);
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'And now?';
  const [first, second, his] = await Promise.all(feeds.map((feed) => readUntil(feed, isWord)));
  const changed = { __typename: 'RoomStateChanged', roomId: room.id, actor: { id: ada.id } };
  const state = (more: object) => ({ ...changed, state: more });
  const last = { lastReadNumber: 0, isFavourite: true };
  for (const items of [first, second])
    expect(eventsOf(items ?? [])).toMatchObject([
      changed,
      changed,
      state({ ...last, unreadCount: 3 }),
      { __typename: 'MessageSent' },
    ]);
  expect(eventsOf(his ?? []).map(({ __typename }) => __typename)).toEqual(['MessageSent']);

  // Replayed they show what is so now: the last one is enough.
  const now = state({ ...last, unreadCount: 4 });
  for (const read of [replayed, paged]) {
    for (const device of [ada, phone])
      expect(eventsOf(await read(device, starts.ada)).slice(1)).toMatchObject([now, now, now, {}]);
    expect(eventsOf(await read(ben, starts.ben)).map(({ __typename }) => __typename)).toEqual(['MessageSent']);
    expect(eventsOf(await read(ben, starts.ada)).map(({ __typename }) => __typename)).toEqual(['MessageSent']);
  }
  await ada.leaves(room);
  const gone = eventsOf(await replayed(ada, starts.ada)).filter(({ roomId }) => roomId === room.id);
  expect(gone.map((event) => event.state)).toEqual([null, null, null]);
});

it('Ada and Ben hear on all of their devices that their room was deleted; Otto, who had left it, does not', async () => {
  const { ada, ben, otto } = await aCast(server);
  const room = await aRoom(ada, [ben, otto], 'PRIVATE');
  await otto.leaves(room);
  const [start, ottos] = [await feedCursorOf(ben), await feedCursorOf(otto)];
  await using desk = await ben.opensSocket();
  await using phone = await ben.opensSocket();
  await using his = await otto.opensSocket();
  const feeds = [desk, phone, his].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  await deletesRoom(ada, room);
  const other = await aRoom(ada, [ben, otto]);
  await ada.says('And now?', other);
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'And now?';
  const live = await Promise.all(feeds.map(async (feed) => eventsOf(await readUntil(feed, isWord))));
  const kind = 'RoomDeleted';
  const deleted = { __typename: kind, roomId: room.id, actor: { id: ada.id } };
  const ofKind = (events: ReturnType<typeof eventsOf>) => events.filter(({ __typename }) => __typename === kind);
  expect(live.map(ofKind)).toMatchObject([[deleted], [deleted], []]);
  for (const read of [replayed, paged]) {
    expect(ofKind(eventsOf(await read(ben, start)))).toMatchObject([deleted]);
    for (const cursor of [ottos, start]) expect(ofKind(eventsOf(await read(otto, cursor)))).toEqual([]);
  }
});

it('what is reported Ada hears of, who looks after the room, and Cleo, who wrote it, that she is warned; each on both devices, and nobody else', async () => {
  const { ada, ben, cleo, otto } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo, otto]);
  const message = await cleo.says('You fools', room);
  const people = [ada, cleo, ben, otto];
  const starts = await Promise.all(people.map(feedCursorOf));
  await using sockets = new AsyncDisposableStack();
  const devices = [ada, ada, cleo, cleo, ben, otto];
  const feeds = await Promise.all(
    devices.map(async (who) => {
      const feed = sockets.use(await who.opensSocket()).subscribes<FeedAnswer>(ALL_EVENTS, {});
      await readUntil(feed, ({ mark }) => mark === 'OPENED');
      return feed;
    }),
  );
  await reports(ben, message);
  // Twice is the same report, and no event.
  await reports(ben, message);
  await ada.says('One', room);
  const untilWord = async (words: string) =>
    Promise.all(feeds.map(async (feed) => ownIn(await readUntil(feed, ({ event }) => event?.message?.body === words))));
  const changed = { __typename: 'ReportsChanged', roomId: room.id };
  const open = { ...changed, actor: null, openReportCount: 1, openInRoomCount: 1 };
  expect(await untilWord('One')).toMatchObject([[open], [open], [], [], [], []]);
  await closes(ada, await openReport(ada, room), ['WARNED_AUTHOR'], 'Be kind.');
  await ada.says('Two', room);
  const none = { ...changed, actor: { id: ada.id }, openReportCount: 0, openInRoomCount: 0 };
  const noticed = 'NoticeReceived';
  const warned = { __typename: noticed, actor: null, notice: { kind: 'WARNING', words: 'Be kind.' } };
  const told = { __typename: noticed, actor: null, notice: { kind: 'REPORT_CLOSED', words: null } };
  expect(await untilWord('Two')).toMatchObject([[none], [none], [warned], [warned], [told], []]);
  // Replayed they show what is so now.
  const now = [[{ ...none, actor: null }, none], [warned], [told], []];
  for (const read of [replayed, paged])
    for (const [index, who] of people.entries()) {
      expect(ownIn(await read(who, starts[index] ?? ''))).toMatchObject(now[index] ?? []);
      // And with Ada's cursor nobody learns more.
      expect(ownIn(await read(who, starts[0] ?? ''))).toMatchObject(now[index] ?? []);
    }
});

it('Ben hears on both his devices that he administers the server, and that he does so no more; nobody else does', async () => {
  const own = await aServer();
  const administrator = await anAdministrator(own);
  const { ada, ben } = await aCast(own);
  const room = await aRoom(ada, [ben]);
  const starts = [await feedCursorOf(ben), await feedCursorOf(ada)] as const;
  await using sockets = new AsyncDisposableStack();
  const feeds = await Promise.all(
    [ben, ben, ada].map(async (who) => {
      const feed = sockets.use(await who.opensSocket()).subscribes<FeedAnswer>(ALL_EVENTS, {});
      await readUntil(feed, ({ mark }) => mark === 'OPENED');
      return feed;
    }),
  );
  const administering = (items: readonly FeedItem[]) =>
    eventsOf(items).filter(({ __typename }) => __typename === 'AdministratorChanged');
  const untilWord = (words: string) =>
    Promise.all(
      feeds.map(async (feed) => administering(await readUntil(feed, ({ event }) => event?.message?.body === words))),
    );
  await appoints(administrator, ben);
  await ada.says('One', room);
  const changed = { actor: { id: administrator.id }, isAdministrator: true, openReportCount: 0 };
  expect(await untilWord('One')).toMatchObject([[changed], [changed], []]);
  await appoints(administrator, ben, false);
  await ada.says('Two', room);
  const dismissed = { ...changed, isAdministrator: false };
  expect(await untilWord('Two')).toMatchObject([[dismissed], [dismissed], []]);
  // Replayed they show what is so now; and with Ben's cursor nobody learns more.
  for (const read of [replayed, paged]) {
    expect(administering(await read(ben, starts[0]))).toMatchObject([dismissed, dismissed]);
    for (const start of starts) expect(administering(await read(ada, start))).toEqual([]);
  }
});

it('Ada hears on both her devices whom she blocks, and what is unread then; neither Ben, who is it, nor Cleo ever does', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(cleo, [ada, ben]);
  const quiet = await aRoom(cleo, [ada, ben]);
  const root = await ada.says('Lunch?', room);
  await ben.says('Soup', room);
  await ben.says('Soup!', room, { threadRootId: root.id });
  await cleo.says('Nothing of Ben’s here', quiet);
  const start = await feedCursorOf(ada);
  await using desk = await ada.opensSocket();
  await using phone = await ada.opensSocket();
  await using bens = await ben.opensSocket();
  await using cleos = await cleo.opensSocket();
  const feeds = [desk, phone, bens, cleos].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  await blocks(ada, ben);
  await blocks(ada, ben);
  await unblocks(ada, ben);
  await cleo.says('And now?', room);
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'And now?';
  const [first, second, ...others] = await Promise.all(feeds.map((feed) => readUntil(feed, isWord)));
  const kind = 'BlockedUsersChanged';
  const told = { __typename: kind, actor: { id: ada.id }, userId: ben.id };
  const states = [
    { __typename: 'RoomStateChanged', roomId: room.id },
    { __typename: 'ThreadStateChanged', roomId: room.id, threadId: root.id },
  ];
  for (const items of [first, second])
    expect(eventsOf(items ?? [])).toMatchObject([
      { ...told, isBlocked: true },
      ...states,
      { ...told, isBlocked: false },
      ...states,
      { __typename: 'MessageSent' },
    ]);
  for (const items of others) expect(eventsOf(items).map(({ __typename }) => __typename)).toEqual(['MessageSent']);
  // Replayed they show what is so now: the last one is enough.
  for (const read of [replayed, paged]) {
    const events = eventsOf(await read(ada, start)).filter(({ __typename }) => __typename === kind);
    expect(events).toMatchObject([
      { ...told, isBlocked: false },
      { ...told, isBlocked: false },
    ]);
    for (const who of [ben, cleo])
      expect(eventsOf(await read(who, start)).filter(({ __typename }) => __typename === kind)).toEqual([]);
  }
});

it('when and how Ada wants to be called she hears of on both her devices, live, replayed and in pages; Ben never, and not with her cursor', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const start = await feedCursorOf(ada);
  await using desk = await ada.opensSocket();
  await using phone = await ada.opensSocket();
  await using his = await ben.opensSocket();
  const feeds = [desk, phone, his].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  const until = new Date(server.clock.now().getTime() + 3_600_000);
  await doesNotWantToBeDisturbed(ada, until);
  await wishes(ada, { keywords: ['tea'] });
  // What is so already is no event.
  await doesNotWantToBeDisturbed(ada, until);
  await wishes(ada, { keywords: ['tea'], quietHours: null });
  await ben.says('And now?', room);
  const told = [
    { __typename: 'DoNotDisturbChanged', actor: { id: ada.id }, until: until.toISOString() },
    {
      ...{ __typename: 'NotificationSettingsChanged', actor: { id: ada.id } },
      notificationSettings: { quietHours: null, keywords: ['tea'], showsText: false },
    },
  ];
  const said = { __typename: 'MessageSent' };
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'And now?';
  const live = await Promise.all(feeds.map(async (feed) => eventsOf(await readUntil(feed, isWord))));
  expect(live).toMatchObject([[...told, said], [...told, said], [said]]);
  for (const read of [replayed, paged]) {
    expect(eventsOf(await read(ada, start))).toMatchObject([...told, said]);
    expect(eventsOf(await read(ben, start))).toMatchObject([said]);
  }
  // As it is now, and not as it was: an answer that was remembered as well.
  await doesNotWantToBeDisturbed(ada, null);
  await wishes(ada, { keywords: ['coffee'] });
  const now = eventsOf(await replayed(ada, start));
  expect(now.filter(({ __typename }) => __typename === 'DoNotDisturbChanged').map((event) => event.until)).toEqual([
    null,
    null,
  ]);
  expect(now.flatMap((event) => event.notificationSettings?.keywords ?? [])).toEqual(['coffee', 'coffee']);
});

it('how Ada arranges her rooms she hears of on both her devices, live, replayed and in pages; Ben never, and not with her cursor', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const start = await feedCursorOf(ada);
  await using desk = await ada.opensSocket();
  await using phone = await ada.opensSocket();
  await using his = await ben.opensSocket();
  const feeds = [desk, phone, his].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  const kind = 'RoomsArranged';
  const isArranged = ({ event }: FeedItem) => event?.__typename === kind;
  const hers = feeds.slice(0, 2);
  const heardLive = () => Promise.all(hers.map(async (feed) => eventsOf(await readUntil(feed, isArranged)).at(-1)));
  const id = await makesSection(ada, 'Work');
  const section = { id, name: 'Work', roomIds: [] };
  const told = { __typename: kind, actor: { id: ada.id } };
  for (const event of await heardLive())
    expect(event).toMatchObject({ ...told, roomArrangement: { order: 'ACTIVITY', sections: [section], ownOrder: [] } });
  await movesRooms(ada, [room], id);
  const arranged = { order: 'ACTIVITY', sections: [{ ...section, roomIds: [room.id] }], ownOrder: [room.id] };
  for (const event of await heardLive()) expect(event).toMatchObject({ ...told, roomArrangement: arranged });
  // What is so already is no event.
  await movesRooms(ada, [room], id);
  await makesSection(ada, 'work');
  await changesSection(ada, id, { name: 'Work', place: 0 });
  await ordersRoomsBy(ada, 'ACTIVITY');
  await ben.says('And now?', room);
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'And now?';
  for (const feed of feeds)
    expect(eventsOf(await readUntil(feed, isWord)).map(({ __typename }) => __typename)).toEqual(['MessageSent']);
  for (const read of [replayed, paged]) {
    const heard = eventsOf(await read(ada, start)).filter(({ __typename }) => __typename === kind);
    expect(heard).toMatchObject([
      { ...told, roomArrangement: arranged },
      { ...told, roomArrangement: arranged },
    ]);
    expect(eventsOf(await read(ben, start)).map(({ __typename }) => __typename)).not.toContain(kind);
  }
  // As it is now: an answer that was remembered knows that she left the room.
  await ada.leaves(room);
  const now = eventsOf(await replayed(ada, start)).filter(({ __typename }) => __typename === kind);
  const left = { order: 'ACTIVITY', sections: [section], ownOrder: [] };
  expect(now.map(({ roomArrangement }) => roomArrangement)).toEqual([left, left]);
});

it('where Ada gets e-mail, and which, she hears of on both her devices, live, replayed and in pages; Ben never, and not with her cursor', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const start = await feedCursorOf(ada);
  await using desk = await ada.opensSocket();
  await using phone = await ada.opensSocket();
  await using his = await ben.opensSocket();
  const feeds = [desk, phone, his].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  const address = await hasAddress(ada, mail);
  await wantsEmail(ada, { digest: true, digestHour: 6 });
  // What is so already is no event.
  await wantsEmail(ada, { digest: true });
  await ben.says('And now?', room);
  const by = { actor: { id: ada.id } };
  const told = [
    { __typename: 'EmailAddressChanged', ...by },
    { __typename: 'EmailAddressChanged', ...by, emailAddress: { address, pendingAddress: null } },
    { __typename: 'EmailNotificationsChanged', ...by, emailNotifications: { digest: true, digestHour: 6 } },
  ];
  const said = { __typename: 'MessageSent' };
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'And now?';
  const live = await Promise.all(feeds.map(async (feed) => eventsOf(await readUntil(feed, isWord))));
  expect(live).toMatchObject([[...told, said], [...told, said], [said]]);
  for (const read of [replayed, paged]) {
    expect(eventsOf(await read(ada, start))).toMatchObject([...told, said]);
    expect(eventsOf(await read(ben, start))).toMatchObject([said]);
  }
});

it('what Ada reads of a thread, and whether she follows it, she hears of on both her devices; Ben never', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const root = await ada.says('Lunch?', room);
  for (let count = 0; count < 2; count += 1) await ben.says('Soup', room, { threadRootId: root.id });
  const thread = await threadOn(ada, root);
  const [start, bens] = [await feedCursorOf(ada), await feedCursorOf(ben)];
  await using desk = await ada.opensSocket();
  await using phone = await ada.opensSocket();
  await using his = await ben.opensSocket();
  const feeds = [desk, phone, his].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  await readsThread(ada, room, thread, 1);
  await follows(ada, thread, false);
  // What changes nothing is no event.
  await readsThread(ada, room, thread, 0);
  await follows(ada, thread, false);
  await ben.says('And now?', room);
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'And now?';
  const live = await Promise.all(feeds.map(async (feed) => eventsOf(await readUntil(feed, isWord))));
  const changed = { __typename: 'ThreadStateChanged', roomId: room.id, threadId: thread.id };
  const now = {
    ...changed,
    threadState: { follows: false, lastReadNumber: 1, unreadCount: 0, unreadMentionCount: 0 },
    roomState: { unreadThreadCount: 0, unreadThreadMentionCount: 0 },
  };
  expect(live).toMatchObject([[changed, now, {}], [changed, now, {}], [{ __typename: 'MessageSent' }]]);
  for (const read of [replayed, paged]) {
    expect(eventsOf(await read(ada, start))).toMatchObject([now, now, { __typename: 'MessageSent' }]);
    for (const cursor of [bens, start])
      expect(eventsOf(await read(ben, cursor))).toMatchObject([{ __typename: 'MessageSent' }]);
  }
  await ada.leaves(room);
  const gone = eventsOf(await replayed(ada, start)).filter(({ threadId }) => threadId === thread.id);
  expect(gone.map(({ threadState }) => threadState)).toEqual([null, null]);
});

it('an edit or a deletion that changes whom a message of a thread names tells those who have not read it, and nobody else', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  const root = await ada.says('Lunch?', room);
  const first = await ada.says('Soup', room, { threadRootId: root.id });
  const second = await ada.says(`Bread, @${cleo.username}`, room, { threadRootId: root.id });
  const thread = await threadOn(ada, root);
  await readsThread(cleo, room, thread, 2);
  const starts = { ada: await feedCursorOf(ada), ben: await feedCursorOf(ben), cleo: await feedCursorOf(cleo) };
  await using desk = await ben.opensSocket();
  await using phone = await ben.opensSocket();
  const feeds = [desk, phone].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  // He begins to follow by it; she has read it; of the author's own naming nobody is told.
  await ada.edits(first, `Soup, @${ben.username}, @${cleo.username} and @${ada.username}`);
  await ada.edits(first, `Soup, @${ben.username}!`);
  await ada.edits(first, 'Soup');
  await ada.edits(second, `Bread, @${ben.username}`);
  await ada.deletes(second);
  await ada.says('And now?', room);
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'And now?';
  const live = await Promise.all(feeds.map(async (feed) => eventsOf(await readUntil(feed, isWord))));
  const told = {
    ...{ __typename: 'ThreadStateChanged', roomId: room.id, threadId: thread.id },
    threadState: { follows: true, lastReadNumber: 0, unreadCount: 1, unreadMentionCount: 0 },
    roomState: { unreadThreadCount: 1, unreadThreadMentionCount: 0 },
  };
  const [changed, edited] = [
    { ...told, threadState: { follows: true }, roomState: {} },
    { __typename: 'ThreadMessageEdited' },
  ];
  const [deleted, said] = [{ __typename: 'ThreadMessageDeleted' }, { __typename: 'MessageSent' }];
  const heard = [changed, edited, edited, changed, edited, changed, edited, changed, deleted, said];
  expect(live).toMatchObject([heard, heard]);
  const replay = heard.map((event) => (event === changed ? told : event));
  for (const read of [replayed, paged]) {
    expect(eventsOf(await read(ben, starts.ben))).toMatchObject(replay);
    for (const other of [ada, cleo])
      for (const cursor of [starts.ada, starts.ben, starts.cleo])
        expect(eventsOf(await read(other, cursor))).toMatchObject(heard.filter((event) => event !== changed));
  }
});

it('an edit or a deletion that changes whom a message of a room names tells those who have not read it, and nobody else', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  const message = await ada.says('Soup', room);
  await reads(cleo, room, message.number);
  const starts = { ada: await feedCursorOf(ada), ben: await feedCursorOf(ben), cleo: await feedCursorOf(cleo) };
  await ada.edits(message, `Soup, @${ben.username}, @${cleo.username} and @${ada.username}`);
  await ada.edits(message, `Soup, @${ben.username}!`);
  await ada.deletes(message);
  const [changed, edited, deleted] = ['RoomStateChanged', 'MessageEdited', 'MessageDeleted'];
  const kindsOf = async (...[who, start]: Parameters<typeof paged>) =>
    eventsOf(await paged(who, start)).map((event) => event.__typename);
  expect(await kindsOf(ben, starts.ben)).toEqual([changed, edited, edited, changed, deleted]);
  // She has read it, and what its author names themselves is told to nobody.
  expect(await kindsOf(cleo, starts.cleo)).toEqual([edited, edited, deleted]);
  expect(await kindsOf(ada, starts.ada)).toEqual([edited, edited, deleted]);
});

it('what Ada saves she hears of on both her devices, live, replayed and in pages; Ben never, and not with her cursor', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const message = await ben.says('Read this', room);
  const [start, bens] = [await feedCursorOf(ada), await feedCursorOf(ben)];
  await using desk = await ada.opensSocket();
  await using phone = await ada.opensSocket();
  await using his = await ben.opensSocket();
  const feeds = [desk, phone, his].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  await ada.saves(message);
  await ada.saves(message);
  await ben.says('Did you read it?', room);
  const saved = {
    __typename: 'SavedMessagesChanged',
    messageId: message.id,
    isSaved: true,
    saved: { id: message.id },
  };
  const said = { __typename: 'MessageSent' };
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'Did you read it?';
  const live = await Promise.all(feeds.map(async (feed) => eventsOf(await readUntil(feed, isWord))));
  expect(live).toMatchObject([[saved, said], [saved, said], [said]]);
  for (const read of [replayed, paged]) {
    expect(eventsOf(await read(ada, start))).toMatchObject([saved, said]);
    expect(eventsOf(await read(ben, bens))).toMatchObject([said]);
    expect(eventsOf(await read(ben, start))).toMatchObject([said]);
  }
});

it('what an event told of a saved message is told as it is now: saved no more, and nothing of it to one who has left', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const message = await ada.says('Read this', room);
  const start = await feedCursorOf(ben);
  // Somebody who stays keeps the answers in memory.
  await using staying = await ben.opensSocket();
  await readUntil(staying.subscribes<FeedAnswer>(ALL_EVENTS, { after: start }), ({ mark }) => mark === 'CAUGHT_UP');
  const told = async () =>
    eventsOf(await replayed(ben, start)).flatMap(({ __typename, isSaved, saved: shown }) =>
      __typename === 'SavedMessagesChanged' ? [{ isSaved, body: shown?.body }] : [],
    );
  await ben.saves(message);
  expect(await told()).toEqual([{ isSaved: true, body: 'Read this' }]);
  await ben.unsaves(message);
  expect(await told()).toEqual([
    { isSaved: false, body: 'Read this' },
    { isSaved: false, body: 'Read this' },
  ]);
  await ada.removes(ben, room);
  expect(await told()).toEqual([
    { isSaved: false, body: undefined },
    { isSaved: false, body: undefined },
  ]);
});

it('a room’s own feed holds nobody’s sessions', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await using socket = await ada.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
  await readUntil(feed, ({ mark }) => mark === 'OPENED');
  await Person.signsIn(server, ada.username);
  await ben.says('Good evening', room);
  expect(eventsOf(await readUntil(feed, ({ event }) => event !== null))).toMatchObject([{ __typename: 'MessageSent' }]);
});

it('an event of Ada’s own that many operations could show is put into bytes once, and goes to her alone', async () => {
  const { ada, ben, cleo } = await aCast(server);
  await using hers = await ada.opensSocket();
  await using herPhone = await ada.opensSocket();
  await using his = await ben.opensSocket();
  await using cleos = await cleo.opensSocket();
  const feeds = [hers, herPhone, his, cleos].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  using encodings = countEncodings((value) => JSON.stringify(value).includes('SessionOpened'));
  await Person.signsIn(server, ada.username);
  const [first, second, ...others] = feeds;
  for (const feed of [first, second]) {
    const items = feed && (await readUntil(feed, ({ event }) => event !== null));
    expect(eventsOf(items ?? [])).toMatchObject([{ __typename: 'SessionOpened' }]);
  }
  expect(encodings.count()).toBe(1);
  const room = await aRoom(ben, [cleo]);
  for (const feed of others) {
    const items = await readUntil(feed, ({ event }) => event?.room?.id === room.id);
    expect(eventsOf(items).map(({ __typename }) => __typename)).not.toContain('SessionOpened');
  }
});

it('everybody hears of a public room that comes, goes and comes back, and nobody of a private one', async () => {
  const { ada, otto } = await aCast(server);
  await using socket = await otto.opensSocket();
  const start = await feedCursorOf(otto);
  const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
  await readUntil(feed, ({ mark }) => mark === 'OPENED');
  const secret = await aRoom(ada, [], 'PRIVATE');
  await ada.leaves(secret);
  const open = await aRoom(ada);
  await ada.leaves(open);
  await ada.joins(open);
  const told = ['PublicRoomAdded', 'PublicRoomRemoved', 'PublicRoomAdded'];
  const live = [...(await nextEvents(feed, 3))];
  for (const events of [live, eventsOf(await replayed(otto, start)), eventsOf(await paged(otto, start))])
    expect(events.map(({ __typename, roomId }) => [__typename, roomId])).toEqual(told.map((name) => [name, open.id]));
});

it('everybody hears of a public room that has another name or topic, and nobody outside of a private one', async () => {
  const { ada, ben, otto } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const secret = await aRoom(ada, [ben], 'PRIVATE');
  await using socket = await otto.opensSocket();
  const start = await feedCursorOf(otto);
  const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
  await readUntil(feed, ({ mark }) => mark === 'OPENED');
  await ada.updates(secret, { name: aName(), topic: 'Nobody’s business' });
  await ada.updates(room, { name: aName(), topic: 'Tea' });
  await ada.updates(room, { name: aName() });
  await ada.updates(room, { name: aName(), visibility: 'PRIVATE' });
  await ada.updates(room, { name: aName() });
  await ada.updates(room, { topic: 'Coffee', visibility: 'PUBLIC' });
  const told = ['PublicRoomChanged', 'PublicRoomChanged', 'PublicRoomRemoved', 'PublicRoomAdded'];
  const live = await nextEvents(feed, 4);
  for (const events of [live, eventsOf(await replayed(otto, start)), eventsOf(await paged(otto, start))])
    expect(events.map(({ __typename, roomId }) => [__typename, roomId])).toEqual(told.map((name) => [name, room.id]));
});

it('who is in the room hears of a change once by the room, and of the list as everybody does', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const start = await feedCursorOf(ben);
  await using socket = await ben.opensSocket();
  const feeds = [
    socket.subscribes<FeedAnswer>(ALL_EVENTS, {}),
    socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id }),
  ] as const;
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  await ada.updates(room, { name: aName(), topic: 'Tea' });
  await ada.says('As I said', room);
  const [all, own] = await Promise.all(
    feeds.map((feed) => readUntil(feed, ({ event }) => event?.message !== undefined)),
  );
  const changed = { __typename: 'RoomChanged', changes: ['NAME', 'TOPIC'], actor: { id: ada.id } };
  const told = [changed, { __typename: 'PublicRoomChanged', roomId: room.id }, { __typename: 'MessageSent' }];
  expect(eventsOf(own ?? [])).toMatchObject([told[0], told[2]]);
  for (const items of [all ?? [], await replayed(ben, start), await paged(ben, start)])
    expect(eventsOf(items)).toMatchObject(told);
});

it('what the list of rooms was told of a room that is private now shows nothing of it to anybody', async () => {
  const { ada, ben, otto } = await aCast(server);
  const start = await feedCursorOf(otto);
  const room = await aRoom(ada, [ben]);
  await ada.updates(room, { name: aName() });
  await ada.updates(room, { name: aName(), topic: 'Nobody’s business', visibility: 'PRIVATE' });
  const LISTED = `query ($after: Cursor!) { events(after: $after) { event { __typename
    ... on PublicRoomAdded { room { name topic memberCount } } ... on PublicRoomChanged { room { name topic } } } } }`;
  const { events } = await otto.asks<{ events: { event: { __typename: string } | null }[] }>(LISTED, { after: start });
  expect(events.flatMap(({ event }) => event ?? [])).toEqual([
    { __typename: 'PublicRoomAdded', room: null },
    { __typename: 'PublicRoomChanged', room: null },
    { __typename: 'PublicRoomRemoved' },
  ]);
});

it('a remembered answer shows the room as it is once it has changed', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await ada.says('Good evening', room);
  const NAMES = `subscription ($id: ID!, $after: Cursor!) { roomEvents(roomId: $id, after: $after) {
    mark event { __typename ... on RoomEvent { room { name } } } } }`;
  interface Named {
    readonly roomEvents: { readonly mark: string | null; readonly event: { readonly room: { name: string } } | null };
  }
  const namesIn = async (): Promise<string[]> => {
    await using socket = await ben.opensSocket();
    const feed = socket.subscribes<Named>(NAMES, { id: room.id, after: room.eventCursor });
    const items = await feed.until(({ roomEvents }) => roomEvents.mark === 'CAUGHT_UP');
    return items.flatMap(({ roomEvents }) => roomEvents.event?.room.name ?? []);
  };
  // Somebody who stays keeps the answers in memory.
  await using socket = await ada.opensSocket();
  await socket
    .subscribes<Named>(NAMES, { id: room.id, after: room.eventCursor })
    .until(({ roomEvents }) => roomEvents.mark === 'CAUGHT_UP');
  expect(new Set(await namesIn())).toEqual(new Set([room.name]));
  const name = aName();
  await ada.updates(room, { name });
  expect(new Set(await namesIn())).toEqual(new Set([name]));
});

it('who asks for the badge with each message of a room is shown their own, though many ask with the same words', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(cleo, [ada, ben]);
  await cleo.says('Hello', room);
  await reads(ben, room, 1);
  const BADGE = `subscription ($id: ID!) { roomEvents(roomId: $id) { mark event { ... on MessageSent { room { viewerState { unreadCount } } } } } }`;
  interface Shown {
    readonly roomEvents: {
      readonly mark: string | null;
      readonly event: { readonly room: { readonly viewerState: { readonly unreadCount: number } } } | null;
    };
  }
  await using adas = await ada.opensSocket();
  await using bens = await ben.opensSocket();
  const feeds = [adas, bens].map((socket) => socket.subscribes<Shown>(BADGE, { id: room.id }));
  await Promise.all(feeds.map((feed) => feed.until(({ roomEvents }) => roomEvents.mark === 'OPENED')));
  await cleo.says('Are you there?', room);
  const told = await Promise.all(feeds.map((feed) => feed.until(({ roomEvents }) => roomEvents.event !== null)));
  expect(told.map((items) => items.at(-1)?.roomEvents.event?.room.viewerState.unreadCount)).toEqual([2, 1]);
});

it('a client that knows no such event passes over it, and goes on', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await ben.says('Hello', room);
  const after = await feedCursorOf(ada);
  await reads(ada, room, 1);
  await ben.says('Still there?', room);
  const OLDER = `subscription ($after: Cursor!) { events(after: $after) { cursor mark
    event { __typename id actor { id } ... on RoomEvent { seq } ... on MessageSent { message { body } } } } }`;
  interface Older {
    readonly events: { readonly mark: string | null; readonly event: { readonly __typename: string } | null };
  }
  await using socket = await ada.opensSocket();
  const items = await socket.subscribes<Older>(OLDER, { after }).until(({ events }) => events.mark === 'CAUGHT_UP');
  expect(items.flatMap(({ events }) => events.event ?? [])).toEqual([
    { __typename: 'RoomStateChanged', id: expect.any(String) as string, actor: { id: ada.id } },
    expect.objectContaining({ __typename: 'MessageSent', seq: 4, message: { body: 'Still there?' } }),
  ]);
});

it('a remembered answer to an event of Ada’s own shows what is unread now, once she or somebody else has changed it', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await ben.says('Hello', room);
  const after = await feedCursorOf(ada);
  await reads(ada, room, 0);
  await prefers(ada, room, { isFavourite: true });
  // A device that stays keeps the answers in memory.
  await using socket = await ada.opensSocket();
  const stays = socket.subscribes<FeedAnswer>(ALL_EVENTS, { after });
  await readUntil(stays, ({ mark }) => mark === 'CAUGHT_UP');
  const shown = async () => {
    const [event] = eventsOf(await replayed(ada, after));
    return [event?.__typename, event?.state?.lastReadNumber, event?.state?.unreadCount];
  };
  expect(await shown()).toEqual(['RoomStateChanged', 0, 1]);
  const second = await ben.says('Are you there?', room);
  expect(await shown()).toEqual(['RoomStateChanged', 0, 2]);
  await ben.deletes(second);
  expect(await shown()).toEqual(['RoomStateChanged', 0, 1]);
  await reads(ada, room, 1);
  expect(await shown()).toEqual(['RoomStateChanged', 1, 0]);
  await ada.leaves(room);
  expect(await shown()).toEqual(['RoomStateChanged', undefined, undefined]);
});

it('a guest who is in a room that is made private hears so, and that they are out; then their subscription is over', async () => {
  const { ada } = await aCast(server);
  const guest = await Person.entersAsGuest(server, aName());
  const room = await aRoom(ada, [guest]);
  await using socket = await guest.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
  const presence = socket.subscribes('subscription ($id: ID!) { roomPresence(roomId: $id) { typing { id } } }', {
    id: room.id,
  });
  await Promise.all([readUntil(feed, ({ mark }) => mark === 'OPENED'), presence.next()]);
  await ada.updates(room, { visibility: 'PRIVATE' });
  const items = await readUntil(feed, ({ event }) => event?.__typename === 'MemberLeft');
  expect(eventsOf(items)).toMatchObject([
    { __typename: 'RoomChanged', changes: ['VISIBILITY'] },
    { __typename: 'MemberLeft', user: { id: guest.id }, actor: { id: ada.id } },
  ]);
  await feed.completes();
  await presence.completes();
});

it('a client that knows no such event passes over it, and has the room’s new name all the same', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const OLDER = `subscription ($id: ID!, $after: Cursor!) { roomEvents(roomId: $id, after: $after) {
    event { __typename ... on RoomEvent { seq room { name } } ... on MessageSent { message { body } } } } }`;
  interface Older {
    readonly roomEvents: { readonly event: { readonly __typename: string } | null };
  }
  const name = aName();
  await ada.updates(room, { name });
  await ada.says('Here we are', room);
  await using socket = await ben.opensSocket();
  const feed = socket.subscribes<Older>(OLDER, { id: room.id, after: room.eventCursor });
  const items = await feed.until(({ roomEvents }) => roomEvents.event?.__typename === 'MessageSent');
  expect(items.flatMap(({ roomEvents }) => roomEvents.event ?? []).slice(-2)).toEqual([
    { __typename: 'RoomChanged', seq: 3, room: { name } },
    { __typename: 'MessageSent', seq: 4, room: { name }, message: { body: 'Here we are' } },
  ]);
});

it('who was given a role, the event says for ever, whatever role they have had since', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await ada.makes(ben, 'MODERATOR', room);
  await ada.makes(ben, 'MEMBER', room);
  const ROLES = `query ($id: ID!, $after: Cursor!) { events(after: $after, roomId: $id) {
    event { ... on MemberRoleChanged { role member { role } } } } }`;
  const { events } = await ada.asks<{ events: { event: { role?: string } | null }[] }>(ROLES, {
    id: room.id,
    after: room.eventCursor,
  });
  expect(events.flatMap(({ event }) => (event?.role === undefined ? [] : [event]))).toEqual([
    { role: 'MODERATOR', member: { role: 'MEMBER' } },
    { role: 'MEMBER', member: { role: 'MEMBER' } },
  ]);
});

async function sessionsOf(person: Person): Promise<{ id: string; isCurrent: boolean }[]> {
  const { viewer } = await person.asks<{ viewer: { sessions: { id: string; isCurrent: boolean }[] } }>(SESSIONS);
  return viewer.sessions;
}

async function replayed(reader: Person, after: string): Promise<FeedItem[]> {
  await using socket = await reader.opensSocket();
  return await readUntil(socket.subscribes<FeedAnswer>(ALL_EVENTS, { after }), ({ mark }) => mark === 'CAUGHT_UP');
}

function paged(reader: Person, after: string): Promise<FeedItem[]> {
  return wholeFeed(reader, after);
}

async function nextEvents(feed: Parameters<typeof readUntil>[0], count: number) {
  const events: ReturnType<typeof eventsOf> = [];
  while (events.length < count) events.push(...eventsOf(await readUntil(feed, ({ event }) => event !== null)));
  return events;
}

function eventsOf(items: readonly FeedItem[]) {
  return items.flatMap(({ event }) => event ?? []);
}

/** Those of reports and notices. */
function ownIn(items: readonly FeedItem[]) {
  return eventsOf(items).filter(({ __typename }) => ['ReportsChanged', 'NoticeReceived'].includes(__typename));
}
