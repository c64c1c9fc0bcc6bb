import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { MikroORM } from '@mikro-orm/core';
import type { SqliteDriver } from '@mikro-orm/sqlite';
import { describe, expect, it } from 'vitest';
import { Authenticator } from '#server/auth/index.js';
import { query } from '#server/database/dialect/index.js';
import { readSettings, SETTINGS_TOKEN, type Settings } from '#server/config/index.js';
import { Database, DatabaseInUse, databasePath, MIGRATION_NAMES, NO_LOCKS } from '#server/database/index.js';
import { connectionOptions } from '#server/database/connection.js';
import { Engine } from '#server/database/engine.js';
import { DirectNewcomers } from '#server/direct-rooms/index.js';
import { AttachedFiles, FilesService, FilesSweep } from '#server/files/index.js';
import { FileBytes } from '#server/files/file-bytes.js';
import { Intake } from '#server/files/intake/intake.js';
import { Pictures } from '#server/files/pictures.js';
import { Quotas } from '#server/files/quotas.js';
import { Cursors, EventLog, Journal } from '#server/log/index.js';
import { FreshMessages } from '#server/messages/fresh-messages.js';
import { MessageAnswers, MessageMentions } from '#server/messages/index.js';
import { MessagePosting } from '#server/messages/message-posting.js';
import { MessageStreams } from '#server/messages/streaming/message-streams.js';
import { ReaderPlaces } from '#server/reading/reader-places.js';
import { ReadingService } from '#server/reading/reading.service.js';
import { RoomAccess, RoomFloor, RoomJournal } from '#server/rooms/index.js';
import { Clock } from '#server/runtime/index.js';
import { startServer } from '#server/server.js';
import { ShownThreads, ThreadJournal, ThreadReadingService } from '#server/threads/index.js';
import {
  aName,
  enterAsGuest,
  login,
  refreshSession,
  refreshTokenOf,
  register,
  signInOf,
} from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import {
  ADD,
  CREATE,
  DELETE,
  EDIT,
  JOIN,
  PASSWORD,
  Person,
  REMOVE,
  type RoomAnswer,
  SEND,
  SET_ROLE,
  UPDATE,
} from '../support/people/person.js';
import { MARK_READ, MARK_UNREAD, marksUnread, prefers, reads, stateOf } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { exchange } from '../support/requests/exchange.js';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { filesOnDisk, upload, uploadFile } from '../support/files/uploads.js';
import { interleaved, oneAfterTheOther } from '../support/servers/interleaving.js';
import { aFolder } from '../support/servers/process.js';
import { aServer, type TestServer } from '../support/servers/server.js';

// In each of these a first request has been let in and found in order, and waits for its turn to write; then the second one comes and
// is done; then the first one writes. What it was found in order by has changed in between.

const server = await aServer();

const BECOME = 'mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { id } } }';
const APPOINT = `mutation ($user: ID!, $is: Boolean!) {
  setAdministrator(input: { userId: $user, isAdministrator: $is }) { user { id } }
}`;
const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { session { accessToken } } }`;

const NEW_PASSWORD = { currentPassword: PASSWORD, newPassword: 'another long password' };

describe('who is taken out of a room while their request waits', () => {
  const requests = {
    'send a message': (room: RoomAnswer) => ({
      query: SEND,
      variables: { input: { roomId: room.id, body: 'x' } },
    }),
    'add somebody': (room: RoomAnswer, { otto }: { otto: Person }) => ({
      query: ADD,
      variables: { id: room.id, user: otto.id },
    }),
    'remove somebody': (room: RoomAnswer, { cleo }: { cleo: Person }) => ({
      query: REMOVE,
      variables: { id: room.id, user: cleo.id },
    }),
    'edit a message': async (room: RoomAnswer, { ben }: { ben: Person }) => ({
      query: EDIT,
      variables: { id: (await ben.says('First', room)).id, body: 'Second' },
    }),
    'delete a message': async (room: RoomAnswer, { cleo }: { cleo: Person }) => ({
      query: DELETE,
      variables: { id: (await cleo.says('First', room)).id },
    }),
  };

  it.each(Object.entries(requests))('cannot %s any more', async (_, request) => {
    const cast = await aCast(server);
    const { ada, ben, cleo } = cast;
    const room = await aRoom(ada, [ben, cleo], 'PRIVATE');
    await ada.makes(ben, 'MODERATOR', room);
    const { query, variables } = await request(room, cast);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ben, query, variables),
      () => ada.removes(ben, room),
    );
    expect(first).toBe('NOT_FOUND');
    expect((await kindsOfHappenings(ada, room)).at(-1)).toBe('MemberLeft');
  });

  it('cannot give roles any more, where they have handed the room on', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ada, SET_ROLE, { id: room.id, user: cleo.id, role: 'OWNER' }),
      () => ada.makes(ben, 'OWNER', room),
    );
    expect(first).toBe('FORBIDDEN');
    expect(await ownersOf(ada, room)).toEqual([ben.id]);
  });

  it('cannot leave a file there', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const before = await filesOnDisk(server);
    const { first } = await oneAfterTheOther(
      server,
      () => uploadFile(ben, room, 'notes.txt', 'Hello'),
      () => ada.removes(ben, room),
    );
    expect(first).toBe('FORBIDDEN');
    expect(await filesOnDisk(server)).toEqual(before);
  });
});

describe('a room that is changed', () => {
  it('is not, where whoever changes it is removed from it or is no moderator any more', async () => {
    const { ada, ben } = await aCast(server);
    const changes = { name: aName(), topic: 'Tea' };
    for (const [then, refusal] of [
      [(room: RoomAnswer) => ada.removes(ben, room), 'NOT_FOUND'],
      [(room: RoomAnswer) => ada.makes(ben, 'MEMBER', room), 'FORBIDDEN'],
    ] as const) {
      const room = await aRoom(ada, [ben], 'PRIVATE');
      await ada.makes(ben, 'MODERATOR', room);
      const { first } = await oneAfterTheOther(
        server,
        () => outcome(ben, UPDATE, { input: { roomId: room.id, ...changes } }),
        () => then(room),
      );
      expect(first).toBe(refusal);
      expect(await kindsOfHappenings(ada, room)).not.toContain('RoomChanged');
    }
  });

  it('is not made private by somebody who has handed it on', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ada, UPDATE, { input: { roomId: room.id, visibility: 'PRIVATE' } }),
      () => ada.makes(ben, 'OWNER', room),
    );
    expect(first).toBe('FORBIDDEN');
  });

  it('gets its name once, where two rooms want the same: the second is refused, and nothing of it changes', async () => {
    const { ada, ben } = await aCast(server);
    const [adas, bens] = [await aRoom(ada), await aRoom(ben)];
    const name = aName();
    // They lock different rooms: what decides is the index, not the order of two looks.
    const { first, second } = await interleaved(
      server,
      () => outcome(ada, UPDATE, { input: { roomId: adas.id, name, topic: 'Tea' } }),
      () => outcome(ben, UPDATE, { input: { roomId: bens.id, name: name.toUpperCase() } }),
    );
    expect([first, second]).toEqual(['CONFLICT', 'done']);
    expect(await ada.updates(adas, {})).toMatchObject({ name: adas.name, topic: '' });
    expect(await kindsOfHappenings(ada, adas)).toEqual(['MemberJoined']);
  });

  it('gets no name that a new room takes at that moment, and a new room none that it takes', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada);
    const [one, other] = [aName(), aName()];
    const renamed = (name: string) => outcome(ada, UPDATE, { input: { roomId: room.id, name } });
    const created = (name: string) => outcome(ben, CREATE, { input: { name } });
    const late = await interleaved(
      server,
      () => renamed(one),
      () => created(one),
    );
    const early = await interleaved(
      server,
      () => created(other),
      () => renamed(other),
    );
    expect([late.first, late.second]).toEqual(['CONFLICT', 'done']);
    expect([early.first, early.second]).toEqual(['CONFLICT', 'done']);
  });

  it('keeps no name that nobody is there to use, where the last one leaves meanwhile', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada);
    const name = aName();
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ada, UPDATE, { input: { roomId: room.id, name } }),
      () => ada.leaves(room),
    );
    expect(first).toBe('FORBIDDEN');
    await ben.creates(name);
    const other = await aRoom(ada);
    const renamed = aName();
    await oneAfterTheOther(
      server,
      () => ada.leaves(other),
      () => ada.updates(other, { name: renamed }),
    );
    await ben.creates(renamed);
  });

  it('lets nobody in who asked to come in before it was private', async () => {
    const { ada, otto } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const [room, another] = [await aRoom(ada), await aRoom(ada)];
    const joins = await oneAfterTheOther(
      server,
      () => outcome(otto, JOIN, { id: room.id }),
      () => ada.updates(room, { visibility: 'PRIVATE' }),
    );
    const isAdded = await oneAfterTheOther(
      server,
      () => outcome(ada, ADD, { id: another.id, user: guest.id }),
      () => ada.updates(another, { visibility: 'PRIVATE' }),
    );
    expect([joins.first, isAdded.first]).toEqual(['NOT_FOUND', 'FORBIDDEN']);
    expect([await memberCount(ada, room), await memberCount(ada, another)]).toEqual([1, 1]);
  });

  it('takes out the guest, too, who came in a moment before it was private', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada);
    await oneAfterTheOther(
      server,
      () => ada.updates(room, { visibility: 'PRIVATE' }),
      () => guest.joins(room),
    );
    expect(await memberCount(ada, room)).toBe(1);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MemberJoined', 'RoomChanged', 'MemberLeft']);
  });
});

describe('what somebody has read', () => {
  it('is the greater of two numbers that two of their devices mark at once by two servers, whichever comes first', async () => {
    const { ada, ben } = await aCast(server);
    const actor = { userId: ada.id, sessionId: '', isGuest: false, expiresAt: new Date(8.64e15), bot: null };
    for (const [early, late] of [
      [1, 3],
      [3, 1],
    ] as const) {
      const room = await aRoom(ben, [ada]);
      for (const word of ['One', 'Two', 'Three']) await ben.says(word, room);
      await oneAfterTheOther(
        server,
        () => reads(ada, room, early),
        () => readingOfAnother(server).markRead(actor, { roomId: room.id, number: late }),
      );
      expect(await stateOf(ada, room)).toMatchObject({ lastReadNumber: 3, unreadCount: 0 });
    }
  });

  it('and how they want to hear of it are both kept, where one device marks and another one mutes', async () => {
    const { ada, ben } = await aCast(server);
    const phone = await Person.signsIn(server, ada.username);
    const room = await aRoom(ben, [ada]);
    await ben.says('Hello', room);
    await oneAfterTheOther(
      server,
      () => prefers(ada, room, { isMuted: true }),
      () => reads(phone, room, 1),
    );
    await oneAfterTheOther(
      server,
      () => marksUnread(ada, room, 1),
      () => prefers(phone, room, { isFavourite: true }),
    );
    expect(await stateOf(ada, room)).toMatchObject({ lastReadNumber: 0, isMuted: true, isFavourite: true });
  });

  // A mark does not hold the room: who reads waits for nobody who writes there. What it says is of a stay, and a stay that is over has none.
  it.each(Object.entries({ MARK_READ, MARK_UNREAD }))(
    'is not marked by somebody who leaves meanwhile, nor for the next time that they come: %s',
    async (_, mark) => {
      const { ada, ben } = await aCast(server);
      const room = await aRoom(ben, [ada], 'PRIVATE');
      for (const word of ['One', 'Two']) await ben.says(word, room);
      const marked = () => outcome(ada, mark, { id: room.id, number: 1 });
      const { first } = await interleaved(server, marked, () => ben.removes(ada, room));
      expect(first).toBe('NOT_FOUND');
      await ben.adds(ada, room);
      await ben.says('Three', room);
      const again = await interleaved(server, marked, async () => {
        await ada.leaves(room);
        await ben.adds(ada, room);
      });
      expect(again.first).toBe('done');
      expect(await stateOf(ada, room)).toMatchObject(
        mark === MARK_READ ? { lastReadNumber: 3, unreadCount: 0 } : { lastReadNumber: 0, unreadCount: 3 },
      );
    },
  );

  it('stays as it is where the message that is marked is deleted meanwhile', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ben, [ada]);
    const [first, second] = [await ben.says('One', room), await ben.says('Two', room)];
    await interleaved(
      server,
      () => reads(ada, room, first.number),
      () => ben.deletes(second),
    );
    expect(await stateOf(ada, room)).toMatchObject({ lastReadNumber: 1, unreadCount: 0 });
  });
});

describe('a message', () => {
  it('is not edited once it is deleted, whoever asked first', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ben.says('First', room);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ben, EDIT, { id: message.id, body: 'Second' }),
      () => ada.deletes(message),
    );
    expect(first).not.toBe('done');
    expect((await kindsOfHappenings(ada, room)).at(-1)).toBe('MessageDeleted');
  });

  it('is sent once with a nonce, though two servers take it at once', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const draft = {
      ...{ roomId: room.id, body: 'Once', nonce: randomUUID(), fileIds: [] },
      ...{ replyToId: null, threadRootId: null, named: null, isStreaming: false, interactionId: null },
    };
    const actor = { userId: ada.id, sessionId: '', isGuest: false, expiresAt: new Date(8.64e15), bot: null };
    const { first, second } = await oneAfterTheOther(
      server,
      () => ada.says(draft.body, room, { nonce: draft.nonce }),
      () => postingOfAnother(server).post(actor, draft),
    );
    expect(first.id).toBe(second.id);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MessageSent']);
  });

  it('is sent once with a nonce and files, too', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const { id } = await upload(ada, room, 'notes.txt', 'Hello');
    const draft = {
      ...{ roomId: room.id, body: 'Once', nonce: randomUUID(), fileIds: [id] },
      ...{ replyToId: null, threadRootId: null, named: null, isStreaming: false, interactionId: null },
    };
    const actor = { userId: ada.id, sessionId: '', isGuest: false, expiresAt: new Date(8.64e15), bot: null };
    const { first, second } = await oneAfterTheOther(
      server,
      () => ada.says(draft.body, room, { nonce: draft.nonce, attachmentIds: draft.fileIds }),
      () => postingOfAnother(server).post(actor, draft),
    );
    expect(first.id).toBe(second.id);
  });

  it('keeps its file, though the sweep had its eye on it', async () => {
    const own = await aServer();
    const ada = await Person.registers(own, aName());
    const room = await aRoom(ada);
    const { id, url } = await upload(ada, room, 'notes.txt', 'Hello');
    own.clock.advance({ days: 2 });
    const renewed = await Person.signsIn(own, ada.username);
    await interleaved(
      own,
      () => own.app.get(FilesSweep).sweep(),
      () => renewed.says('My notes', room, { attachmentIds: [id] }),
    );
    expect(await (await fetch(own.url + url, { headers: renewed.bearer })).text()).toBe('Hello');
  });
});

describe('two who come into a room at once', () => {
  it('are both counted', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada);
    await oneAfterTheOther(
      server,
      () => ben.joins(room),
      () => cleo.joins(room),
    );
    expect(await memberCount(ada, room)).toBe(3);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MemberJoined', 'MemberJoined']);
  });

  it('are one where they are the same person in two windows, or added by two', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [cleo]);
    await oneAfterTheOther(
      server,
      () => ben.joins(room),
      () => ben.joins(room),
    );
    await oneAfterTheOther(
      server,
      () => ada.adds(otto, room),
      () => cleo.adds(otto, room),
    );
    expect(await memberCount(ada, room)).toBe(4);
    expect(await kindsOfHappenings(ada, room)).toEqual(Array.from({ length: 4 }, () => 'MemberJoined'));
  });

  it('do not both own it where everybody had left it', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada);
    await ada.leaves(room);
    await oneAfterTheOther(
      server,
      () => ben.joins(room),
      () => cleo.joins(room),
    );
    expect(await ownersOf(ben, room)).toEqual([cleo.id]);
  });

  it('are counted where one comes as the other goes', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada);
    await oneAfterTheOther(
      server,
      () => ben.joins(room),
      () => ada.leaves(room),
    );
    expect(await memberCount(ben, room)).toBe(1);
    expect(await ownersOf(ben, room)).toEqual([ben.id]);
  });
});

describe('a guest whose stay ends', () => {
  it('does not come into a room any more, by joining or by being added', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const [one, other] = [await Person.entersAsGuest(server, aName()), await Person.entersAsGuest(server, aName())];
    const joins = await oneAfterTheOther(
      server,
      () => outcome(one, JOIN, { id: room.id }),
      () => one.asks('mutation { logout { ok } }'),
    );
    const isAdded = await oneAfterTheOther(
      server,
      () => outcome(ada, ADD, { id: room.id, user: other.id }),
      () => other.asks('mutation { logout { ok } }'),
    );
    expect([joins.first, isAdded.first]).toEqual(['UNAUTHENTICATED', 'NOT_FOUND']);
    expect(await memberCount(ada, room)).toBe(1);
  });

  it('leaves the room, too, that they came into a moment ago', async () => {
    const { ada } = await aCast(server);
    const [before, room] = [await aRoom(ada), await aRoom(ada)];
    const guest = await Person.entersAsGuest(server, aName());
    await guest.joins(before);
    await oneAfterTheOther(
      server,
      () => guest.asks('mutation { logout { ok } }'),
      () => guest.joins(room),
    );
    expect([await memberCount(ada, before), await memberCount(ada, room)]).toEqual([1, 1]);
  });
});

describe('an owner and their heir who leave at once', () => {
  it.each(['the owner', 'the heir'])('leave the room to the next one, where %s asked first', async (who) => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ada.makes(ben, 'MODERATOR', room);
    const [first, second] = who === 'the owner' ? [ada, ben] : [ben, ada];
    await oneAfterTheOther(
      server,
      () => first.leaves(room),
      () => second.leaves(room),
    );
    expect(await ownersOf(cleo, room)).toEqual([cleo.id]);
  });

  it('and one who is made the owner while they leave do not keep it', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ada, SET_ROLE, { id: room.id, user: ben.id, role: 'OWNER' }),
      () => ben.leaves(room),
    );
    expect(first).toBe('NOT_FOUND');
    expect(await ownersOf(ada, room)).toEqual([ada.id]);
  });
});

describe('the last two administrators', () => {
  it.each([
    ['dismiss each other', 'FORBIDDEN', (ada: Person, ben: Person) => [ben, ada] as const],
    ['dismiss themselves', 'CONFLICT', (ada: Person, ben: Person) => [ada, ben] as const],
  ])('who %s leave one', async (_, refusal, whom) => {
    const own = await aServer();
    const { ada, ben } = await aCast(own);
    await ada.asks(BECOME, { code: own.setupCode });
    await ada.asks(APPOINT, { user: ben.id, is: true });
    const [adas, bens] = whom(ada, ben);
    const { first, second } = await oneAfterTheOther(
      own,
      () => outcome(ada, APPOINT, { user: adas.id, is: false }),
      () => outcome(ben, APPOINT, { user: bens.id, is: false }),
    );
    expect([first, second]).toEqual([refusal, 'done']);
    expect(await administratorsOf(own)).toHaveLength(1);
  });

  it('and the first one is one, where two come with the code at once', async () => {
    const own = await aServer();
    const { ada, ben } = await aCast(own);
    const { first, second } = await oneAfterTheOther(
      own,
      () => outcome(ada, BECOME, { code: own.setupCode }),
      () => outcome(ben, BECOME, { code: own.setupCode }),
    );
    expect([first, second]).toEqual(['FORBIDDEN', 'done']);
    expect(await administratorsOf(own)).toEqual([ben.id]);
  });
});

describe('a refresh token', () => {
  it('that comes twice at once is traded once, and both are given the same pair', async () => {
    const ada = await Person.registers(server, aName());
    const refresh = async () =>
      refreshTokenOf(signInOf(await refreshSession(server, { refreshToken: ada.refreshToken })));
    const { first, second } = await oneAfterTheOther(server, refresh, refresh);
    expect(first).toBe(second);
    expect(first).not.toBe(ada.refreshToken);
  });

  it.each([
    ['somebody signs out', 'mutation { logout { ok } }', {}],
    ['somebody signs out everywhere', 'mutation { logoutEverywhere { ok } }', {}],
    ['the password is changed', CHANGE_PASSWORD, { input: NEW_PASSWORD }],
  ])('is worth nothing where %s at that moment', async (_, query, variables) => {
    const ada = await Person.registers(server, aName());
    const { first } = await oneAfterTheOther(
      server,
      () => refreshSession(server, { refreshToken: ada.refreshToken }),
      () => ada.asks(query, variables),
    );
    expect(first.answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('and a password that was right a moment ago open nothing once it is another one', async () => {
    const ada = await Person.registers(server, aName());
    const { first } = await oneAfterTheOther(
      server,
      () => login(server, { username: ada.username, password: PASSWORD }),
      () => ada.asks(CHANGE_PASSWORD, { input: NEW_PASSWORD }),
    );
    expect(first.answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('lets nobody upload any more once its session has ended', async () => {
    const ada = await Person.registers(server, aName());
    const room = await aRoom(ada);
    const { first } = await oneAfterTheOther(
      server,
      () => uploadFile(ada, room, 'notes.txt', 'Hello'),
      () => ada.asks('mutation { logout { ok } }'),
    );
    expect(first).toBe('UNAUTHENTICATED');
  });
});

describe('a name that two want at once', () => {
  it('is one room’s: the other one is asked for another name', async () => {
    const { ada, ben } = await aCast(server);
    const input = { name: aName() };
    const { first, second } = await interleaved(
      server,
      () => outcome(ada, CREATE, { input }),
      () => outcome(ben, CREATE, { input: { name: input.name.toUpperCase() } }),
    );
    expect([first, second]).toEqual(['CONFLICT', 'done']);
  });

  it('is not taken back by whoever comes into the room that had it', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada);
    await ada.leaves(room);
    const { first } = await interleaved(
      server,
      () => outcome(ada, JOIN, { id: room.id }),
      () => ben.creates(room.name),
    );
    expect(first).toBe('CONFLICT');
  });

  it('is one account’s', async () => {
    const username = aName();
    const { first } = await interleaved(
      server,
      () => register(server, { username }),
      () => register(server, { username: username.toUpperCase() }),
    );
    expect(first.answer.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'username' });
  });

  it('is one guest’s', async () => {
    const nickname = aName();
    const { first } = await interleaved(
      server,
      () => enterAsGuest(server, { nickname }),
      () => enterAsGuest(server, { nickname: nickname.toUpperCase() }),
    );
    expect(first.answer.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'nickname' });
  });

  it('is one guest’s by the database’s own rule', async () => {
    const own = await aServer();
    await Person.entersAsGuest(own, 'Zoë');
    const again = `insert into user (id, username, username_key, display_name, display_name_key, kind, created_at)
      select 'another', 'guest-x', 'guest-x', display_name, display_name_key, 'GUEST', 0 from user`;
    await expect(own.app.get(Database).write(NO_LOCKS, (tx) => tx.rows(query(again), []))).rejects.toThrow('UNIQUE');
  });
});

describe('a nonce that comes twice at once', () => {
  it('makes one room', async () => {
    const { ada } = await aCast(server);
    const input = { name: aName(), nonce: randomUUID() };
    const create = async () =>
      (await ada.asks<{ createRoom: { room: RoomAnswer } }>(CREATE, { input })).createRoom.room.id;
    const { first, second } = await oneAfterTheOther(server, create, create);
    expect(first).toBe(second);
  });

  it('makes one account, and gives it to whoever asked for the same', async () => {
    const input = { username: aName(), nonce: randomUUID() };
    const { first, second } = await interleaved(
      server,
      async () => signInOf(await register(server, input)).user.id,
      async () => signInOf(await register(server, input)).user.id,
    );
    expect(first).toBe(second);
  });

  it('makes one account, and is refused to whoever asks for another one with it', async () => {
    const nonce = randomUUID();
    const { first } = await interleaved(
      server,
      () => register(server, { username: aName(), nonce }),
      () => register(server, { username: aName(), nonce }),
    );
    expect(first.answer.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'nonce' });
  });
});

describe('files that fit alone, and not together', () => {
  it.each([
    ['of one person', 'UPLOAD_QUOTA_PER_PERSON', 'PAYLOAD_TOO_LARGE', ({ ada }: Record<'ada' | 'ben', Person>) => ada],
    ['of everybody', 'UPLOAD_QUOTA', 'SERVICE_UNAVAILABLE', ({ ben }: Record<'ada' | 'ben', Person>) => ben],
  ])('are not both kept where they come to two servers at once: %s', async (_, setting, refusal, other) => {
    const own = await aServer({ [setting]: '100000' });
    const cast = await aCast(own);
    const room = await aRoom(cast.ada, [cast.ben]);
    const { first, second } = await oneAfterTheOther(
      own,
      () => uploadFile(cast.ada, room, 'a.txt', 'a'.repeat(60_000)),
      () => storesElsewhere(own, other(cast), room, Buffer.alloc(60_000, 'b')),
    );
    expect(first).toBe(refusal);
    expect(second.size).toBe(60_000);
    expect(await filesOnDisk(own)).toHaveLength(1);
  });
});

describe('a log that two servers begin at once', () => {
  it('has one identity: each reads the cursors of the other', async () => {
    const own = await aServer();
    const [database, log] = [own.app.get(Database), own.app.get(EventLog)];
    await database.write(NO_LOCKS, (tx) => tx.rows(query('delete from log_identity'), []));
    const [one, other] = [new Cursors(database, log), new Cursors(database, log)];
    await interleaved(
      own,
      () => one.open(),
      () => other.open(),
    );
    expect(other.keyInList('a list', one.ofList('a list', [1]))).toEqual([1]);
  });
});

describe('an old database', () => {
  it('is migrated by one of two servers that start on it at once; the other one is told, and starts nothing', async () => {
    const { settings } = aFolder();
    const file = await databaseOfBefore(settings, '0010-reactors');
    const both = await Promise.allSettled(
      [0, 1].map(() => startServer(readSettings({ ...settings, LOG_LEVEL: 'error' }))),
    );
    const running = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    for (const one of running) await one.stop();
    expect([running.length, refused]).toEqual([1, [expect.any(DatabaseInUse)]]);
    expect(migrationsIn(file)).toEqual(MIGRATION_NAMES);
  });

  it('that has two guests of one name keeps both, and gives the name to no third', async () => {
    const { settings } = aFolder();
    const file = await databaseOfBefore(settings, '0010-reactors');
    using database = new DatabaseSync(file);
    const insert = `insert into user (id, username, username_key, display_name, display_name_key, kind, created_at)
      values (?, ?, ?, 'Zoë', 'zoë', 'GUEST', 0)`;
    for (const id of ['1', '2']) database.prepare(insert).run(id, `guest-${id}`, `guest-${id}`);
    const running = await startServer(readSettings({ ...settings, LOG_LEVEL: 'error' }));
    const { answer } = await enterAsGuest(running, { nickname: 'Zoë' });
    await running.stop();
    expect(answer.errors?.[0]?.extensions.code).toBe('CONFLICT');
    const names = database.prepare("select display_name as name from user where kind = 'GUEST' order by id").all();
    expect(names.map(({ name }) => name)).toEqual(['Zoë', 'Zoë']);
  });
});

/** What came of a request: done, or the code of its refusal. */
async function outcome(person: Person, query: string, variables: Record<string, unknown>): Promise<string> {
  const { answer } = await exchange(person.server.url, query, variables, person.bearer);
  return answer.errors?.[0]?.extensions.code ?? 'done';
}

async function memberCount(reader: Person, { id }: { id: string }): Promise<number> {
  const query = 'query ($id: ID!) { room(id: $id) { memberCount members(first: 100) { nodes { user { id } } } } }';
  const { room } = await reader.asks<{ room: { memberCount: number; members: { nodes: unknown[] } } }>(query, { id });
  expect(room.members.nodes).toHaveLength(room.memberCount);
  return room.memberCount;
}

async function ownersOf(reader: Person, { id }: { id: string }): Promise<string[]> {
  const query = 'query ($id: ID!) { room(id: $id) { members(first: 100) { nodes { role user { id } } } } }';
  const { room } = await reader.asks<{
    room: { members: { nodes: { role: string; user: { id: string } }[] } };
  }>(query, { id });
  return room.members.nodes.filter(({ role }) => role === 'OWNER').map(({ user }) => user.id);
}

async function administratorsOf(own: TestServer): Promise<string[]> {
  const rows = await own.app
    .get(Database)
    .rows<{ id: string }>(query('select id from user where is_administrator'), []);
  return rows.map(({ id }) => id);
}

/** Sends of another server on the same database: they do not stand in one line with ours. */
function postingOfAnother({ app }: TestServer): MessagePosting {
  const database = new Database(app.get(MikroORM), app.get(Engine));
  const rooms = [app.get(RoomAccess), app.get(RoomFloor), app.get(RoomJournal)] as const;
  const files = app.get(AttachedFiles);
  const [threads, fresh, clock] = [app.get(ThreadJournal), app.get(FreshMessages), app.get(Clock)];
  const [mentions, answers] = [app.get(MessageMentions), app.get(MessageAnswers)];
  const [newcomers, streams] = [app.get(DirectNewcomers), app.get(MessageStreams)];
  return new MessagePosting(database, ...rooms, threads, files, fresh, mentions, answers, newcomers, streams, clock);
}

/** Marks of another server on the same database, whose changes do not wait together with ours. */
function readingOfAnother({ app }: TestServer): ReadingService {
  const database = new Database(app.get(MikroORM), app.get(Engine));
  const access = app.get(RoomAccess);
  const threads = [app.get(ThreadReadingService), app.get(ShownThreads)] as const;
  return new ReadingService(database, access, app.get(ReaderPlaces), app.get(Journal), ...threads);
}

/** An upload to another server on the same database, which does not know what is on its way in to ours. */
async function storesElsewhere({ app }: TestServer, person: Person, room: RoomAnswer, bytes: Buffer) {
  const database = app.get(Database);
  const quotas = new Quotas(database, app.get<Settings>(SETTINGS_TOKEN));
  const elsewhere = new FilesService(
    database,
    app.get(Authenticator),
    app.get(RoomAccess),
    app.get(RoomFloor),
    app.get(Intake),
    app.get(Pictures),
    quotas,
    app.get(FileBytes),
    app.get(Clock),
  );
  const actor = await app.get(Authenticator).authenticate(`Bearer ${person.accessToken}`);
  if (!actor) throw new Error('Nobody is signed in.');
  const open = async function* (): AsyncGenerator<Buffer, void> {
    yield await Promise.resolve(bytes);
  };
  return elsewhere.store(actor, room.id, { name: 'b.txt', open });
}

/** A database as an older version of the server left it. */
async function databaseOfBefore(settings: Record<string, string>, last: string): Promise<string> {
  const read = readSettings(settings);
  const orm = await MikroORM.init<SqliteDriver>({
    ...connectionOptions(read),
    entities: [],
    discovery: { warnWhenNoEntities: false },
  });
  await orm.migrator.up({ to: last });
  await orm.close();
  return databasePath(read);
}

function migrationsIn(file: string): unknown[] {
  using database = new DatabaseSync(file);
  return database
    .prepare('select name from mikro_orm_migrations order by id')
    .all()
    .map(({ name }) => name);
}
