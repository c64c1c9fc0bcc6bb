import { describe, expect, it } from 'vitest';
import { happenings, kindsOfHappenings } from '../support/feeds/happenings.js';
import { upload, uploadFile } from '../support/files/uploads.js';
import { aName } from '../support/people/accounts.js';
import { aCast, type Cast } from '../support/people/cast.js';
import { ARCHIVE, archives, BAN, bans, UNARCHIVE, unarchives } from '../support/people/looking-after.js';
import { rolesIn } from '../support/people/members.js';
import {
  ADD,
  ADD_REACTION,
  EDIT,
  JOIN,
  type MessageAnswer,
  Person,
  PIN,
  type RoomAnswer,
  SEND,
  UNPIN,
  UPDATE,
} from '../support/people/person.js';
import { prefers, reads } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const TYPING = 'mutation ($id: ID!) { setTyping(input: { roomId: $id }) { ok } }';
const WAIT = 'query ($id: ID!) { room(id: $id) { slowModeUntil } }';

interface Scene extends Cast {
  readonly room: RoomAnswer;
  /** Of Ada's, with a thread on it. */
  readonly hers: MessageAnswer;
  readonly bens: MessageAnswer;
}

/** What says something in a room, each with how it is refused to whoever may not. */
const SAYINGS: Record<string, (who: Person, scene: Scene) => Promise<{ message: string }>> = {
  'a message': (who, { room }) => who.isRefused('FORBIDDEN', SEND, { input: { roomId: room.id, body: 'Hello' } }),
  'a reply in a thread': (who, { room, hers }) =>
    who.isRefused('FORBIDDEN', SEND, { input: { roomId: room.id, body: 'Hello', threadRootId: hers.id } }),
  'an edit of what they said before': (who, { bens }) =>
    who.isRefused('FORBIDDEN', EDIT, { id: bens.id, body: 'Hello again' }),
  'a pin': (who, { hers }) => who.isRefused('FORBIDDEN', PIN, { id: hers.id }),
  'that they are typing': (who, { room }) => who.isRefused('FORBIDDEN', TYPING, { id: room.id }),
};

describe('where only the owner and moderators post', () => {
  it.each(Object.entries(SAYINGS))('a member does not get in: %s', async (_, isRefused) => {
    const scene = await aScene();
    await scene.ada.updates(scene.room, { posting: 'MODERATORS' });
    const { message } = await isRefused(scene.ben, scene);
    expect(message).toBe('Only the owner and moderators can post in this room.');
  });

  it('nor does a guest, an upload, or an unpin', async () => {
    const { ada, ben, room, hers } = await aScene();
    const guest = await Person.entersAsGuest(server, aName());
    await guest.joins(room);
    await ada.pins(hers);
    await ada.updates(room, { posting: 'MODERATORS' });
    await guest.isRefused('FORBIDDEN', SEND, { input: { roomId: room.id, body: 'Hello' } });
    await ben.isRefused('FORBIDDEN', UNPIN, { id: hers.id });
    expect(await uploadFile(ben, room, 'a.txt', 'Hello')).toBe('FORBIDDEN');
  });

  it('they do, and members read, react, mark, save, delete what is theirs, and leave', async () => {
    const { ada, ben, cleo, room, hers, bens } = await aScene();
    await ada.makes(cleo, 'MODERATOR', room);
    await ada.updates(room, { posting: 'MODERATORS' });
    for (const who of [ada, cleo]) {
      await who.says('News', room);
      await who.says('More', room, { threadRootId: hers.id });
      await who.pins(bens);
      await who.unpins(bens);
    }
    await ben.reacts('👍', hers);
    await ben.takesBack('👍', hers);
    await ben.saves(hers);
    await reads(ben, room, 3);
    await prefers(ben, room, { isMuted: true });
    await ben.deletes(bens);
    await ben.leaves(room);
  });

  it('holds from the moment on at which it is decided, and no longer', async () => {
    const { ada, ben, room } = await aScene();
    await ada.updates(room, { posting: 'MODERATORS' });
    await ben.isRefused('FORBIDDEN', SEND, { input: { roomId: room.id, body: 'Hello' } });
    await ada.updates(room, { posting: null });
    await ben.says('Hello', room);
  });

  it('a message that was acknowledged is given back to whoever sends it again, and is posted once', async () => {
    const { ada, ben, room } = await aScene();
    const first = await ben.says('Hello', room, { nonce: 'hello' });
    await ada.updates(room, { posting: 'MODERATORS' });
    expect((await ben.says('Hello', room, { nonce: 'hello' })).id).toBe(first.id);
    await ben.isRefused('FORBIDDEN', SEND, { input: { roomId: room.id, body: 'Hello', nonce: 'other' } });
    expect((await kindsOfHappenings(ada, room)).filter((kind) => kind === 'MessageSent')).toHaveLength(3);
  });
});

describe('slow mode', () => {
  it('lets a member wait between two messages, those in threads among them, and says how long', async () => {
    const { ada, ben, room, hers } = await aScene();
    await ada.updates(room, { slowModeSeconds: 60 });
    await ben.says('One', room);
    server.clock.advance({ seconds: 20 });
    for (const threadRootId of [undefined, hers.id]) {
      const input = { roomId: room.id, body: 'Two', threadRootId };
      const { message, extensions } = await ben.isRefused('RATE_LIMITED', SEND, { input });
      expect(message).toBe(
        `This room is in slow mode. You can send your next message in ${String(extensions.retryAfter)} seconds.`,
      );
      expect(extensions.retryAfter).toBeGreaterThan(35);
      expect(extensions.retryAfter).toBeLessThanOrEqual(40);
    }
    server.clock.advance({ seconds: 40 });
    await ben.says('Two', room, { threadRootId: hers.id });
    await ben.isRefused('RATE_LIMITED', SEND, { input: { roomId: room.id, body: 'Three' } });
  });

  it('holds up each member alone, and neither the owner nor moderators', async () => {
    const { ada, ben, cleo, room } = await aScene();
    const guest = await Person.entersAsGuest(server, aName());
    await guest.joins(room);
    await ada.updates(room, { slowModeSeconds: 60 });
    for (const who of [ben, cleo, guest]) {
      await who.says('One', room);
      await who.isRefused('RATE_LIMITED', SEND, { input: { roomId: room.id, body: 'Two' } });
    }
    await ada.makes(cleo, 'MODERATOR', room);
    for (const who of [ada, cleo]) for (const body of ['Three', 'Four']) await who.says(body, room);
  });

  it('is not gone round by leaving and coming back, and ends with the setting', async () => {
    const { ada, ben, room } = await aScene();
    await ada.updates(room, { slowModeSeconds: 3600 });
    await ben.says('One', room);
    await ben.leaves(room);
    await ben.joins(room);
    await ben.isRefused('RATE_LIMITED', SEND, { input: { roomId: room.id, body: 'Two' } });
    await ada.updates(room, { slowModeSeconds: null });
    await ben.says('Two', room);
  });

  it('gives back a message that is sent again with its nonce, which costs no wait', async () => {
    const { ada, ben, room } = await aScene();
    await ada.updates(room, { slowModeSeconds: 60 });
    const { id } = await ben.says('One', room, { nonce: 'slow' });
    server.clock.advance({ seconds: 50 });
    expect((await ben.says('One', room, { nonce: 'slow' })).id).toBe(id);
    server.clock.advance({ seconds: 11 });
    await ben.says('Two', room);
  });

  it('tells a member when they may go on, and nobody else', async () => {
    const { ada, ben, otto, room } = await aScene();
    await ada.updates(room, { slowModeSeconds: 60 });
    const untilOf = async (who: Person) =>
      (await who.asks<{ room: { slowModeUntil: string | null } }>(WAIT, { id: room.id })).room.slowModeUntil;
    expect(await untilOf(ben)).toBeNull();
    await ben.says('One', room);
    const until = new Date((await untilOf(ben)) ?? 0).getTime() - server.clock.now().getTime();
    expect(until).toBeGreaterThan(50_000);
    expect(until).toBeLessThanOrEqual(60_000);
    await ada.says('One', room);
    for (const who of [ada, otto]) expect(await untilOf(who)).toBeNull();
    server.clock.advance({ seconds: 61 });
    expect(await untilOf(ben)).toBeNull();
  });

  it.each([-1, 21_601])('is refused out of its bounds: %s seconds', async (slowModeSeconds) => {
    const { ada, room } = await aScene();
    const { extensions } = await ada.isRefused('BAD_USER_INPUT', UPDATE, {
      input: { roomId: room.id, slowModeSeconds },
    });
    expect(extensions.field).toBe('slowModeSeconds');
    expect(await ada.updates(room, { slowModeSeconds: 21_600 })).toMatchObject({ slowModeSeconds: 21_600 });
  });
});

describe('who may post, and how often', () => {
  it('is decided by the owner and moderators, and by nobody else', async () => {
    const { ada, ben, cleo, otto, room } = await aScene();
    const guest = await Person.entersAsGuest(server, aName());
    await guest.joins(room);
    await ada.makes(cleo, 'MODERATOR', room);
    for (const settings of [{ posting: 'MODERATORS' }, { slowModeSeconds: 5 }] as const) {
      for (const who of [ben, guest, otto])
        await who.isRefused('FORBIDDEN', UPDATE, { input: { roomId: room.id, ...settings } });
      const { answer } = await exchange(server.url, UPDATE, { input: { roomId: room.id, ...settings } });
      expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
    }
    expect(await ada.updates(room, { posting: 'MODERATORS' })).toMatchObject({ posting: 'MODERATORS' });
    expect(await cleo.updates(room, { slowModeSeconds: 5 })).toMatchObject({
      posting: 'MODERATORS',
      slowModeSeconds: 5,
    });
  });

  it('is an event that says what it was made; what changes nothing is none', async () => {
    const { ada, room } = await aScene();
    await ada.updates(room, { posting: 'EVERYONE', slowModeSeconds: 0 });
    await ada.updates(room, { posting: 'MODERATORS', slowModeSeconds: 30 });
    await ada.updates(room, { posting: 'MODERATORS' });
    const CHANGES = `query ($id: ID!, $after: Cursor!) { events(after: $after, roomId: $id) {
      event { ... on RoomChanged { changes visibility posting slowModeSeconds room { posting slowModeSeconds } } } } }`;
    const { events } = await ada.asks<{ events: { event: { changes?: string[] } | null }[] }>(CHANGES, {
      id: room.id,
      after: room.eventCursor,
    });
    const made = { posting: 'MODERATORS', slowModeSeconds: 30 };
    expect(events.flatMap(({ event }) => (event?.changes ? [event] : []))).toEqual([
      { changes: ['POSTING', 'SLOW_MODE'], visibility: null, ...made, room: made },
    ]);
  });
});

describe('an archived room', () => {
  it.each(Object.entries(SAYINGS))('takes nothing any more from a member: %s', async (_, isRefused) => {
    const scene = await aScene();
    await archives(scene.ada, scene.room);
    expect((await isRefused(scene.ben, scene)).message).toBe('This room is archived. It can only be read.');
  });

  it('nor from its owner: no message, no reaction, no pin, no upload', async () => {
    const { ada, room, hers, bens } = await aScene();
    await archives(ada, room);
    await ada.isRefused('FORBIDDEN', SEND, { input: { roomId: room.id, body: 'Hello' } });
    await ada.isRefused('FORBIDDEN', EDIT, { id: hers.id, body: 'Hello' });
    await ada.isRefused('FORBIDDEN', ADD_REACTION, { id: bens.id, emoji: '👍' });
    await ada.isRefused('FORBIDDEN', PIN, { id: bens.id });
    expect(await uploadFile(ada, room, 'a.txt', 'Hello')).toBe('FORBIDDEN');
  });

  it('is entered by nobody, neither alone nor with help; those who are in it are no error', async () => {
    const { ada, ben, otto, room } = await aScene();
    await archives(ada, room);
    await otto.isRefused('FORBIDDEN', JOIN, { id: room.id });
    await ada.isRefused('FORBIDDEN', ADD, { id: room.id, user: otto.id });
    await ben.joins(room);
    await ada.adds(ben, room);
  });

  it('can be read, marked, saved, muted, left and moderated', async () => {
    const { ada, ben, cleo, room, hers, bens } = await aScene();
    await ada.pins(hers);
    await ben.reacts('👍', hers);
    const { id } = await upload(ben, room, 'notes.txt', 'Hello');
    const withFile = await ben.says('My notes', room, { attachmentIds: [id] });
    await archives(ada, room);
    await reads(ben, room, 1);
    await ben.saves(hers);
    await prefers(ben, room, { isMuted: true });
    await ben.takesBack('👍', hers);
    await ben.deletes(withFile);
    await ada.deletes(bens);
    await ada.unpins(hers);
    await ada.makes(ben, 'MODERATOR', room);
    await ben.updates(room, { topic: 'What was' });
    await ben.removes(cleo, room);
    await ben.leaves(room);
    expect(await rolesIn(room, ada)).toEqual([`${ada.username} OWNER`]);
  });

  it('is archived, and taken out again, by its owner alone', async () => {
    const { ada, ben, cleo, otto, room } = await aScene();
    await ada.makes(cleo, 'MODERATOR', room);
    const secret = await aRoom(ada, [ben], 'PRIVATE');
    for (const mutation of [ARCHIVE, UNARCHIVE]) {
      for (const who of [ben, cleo, otto]) await who.isRefused('FORBIDDEN', mutation, { id: room.id });
      await otto.isRefused('NOT_FOUND', mutation, { id: secret.id });
      expect(refusalIn((await exchange(server.url, mutation, { id: room.id })).answer).code).toBe('UNAUTHENTICATED');
    }
    await archives(ada, room);
    await cleo.isRefused('FORBIDDEN', UNARCHIVE, { id: room.id });
  });

  it('is an event each time, and twice is none; taken out it is what it was', async () => {
    const { ada, ben, otto, room } = await aScene();
    const first = await archives(ada, room);
    expect(await archives(ada, room)).toBe(first);
    await unarchives(ada, room);
    await unarchives(ada, room);
    const changes = (await happenings(ben, room)).flatMap((event) => event.changes ?? []);
    expect(changes).toEqual(['ARCHIVED', 'UNARCHIVED']);
    await ben.says('Hello', room);
    await otto.joins(room);
  });

  it('is not found by those who are not in it, and keeps its name', async () => {
    const { ada, ben, otto, room } = await aScene();
    await archives(ada, room);
    const SEARCH = 'query ($query: String!) { rooms(query: $query) { totalCount nodes { id } } }';
    const found = (who: Person) => who.asks(SEARCH, { query: room.name });
    expect(await found(otto)).toEqual({ rooms: { totalCount: 0, nodes: [] } });
    expect(await found(ben)).toEqual({ rooms: { totalCount: 1, nodes: [{ id: room.id }] } });
    const CREATE = 'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id } } }';
    await otto.isRefused('CONFLICT', CREATE, { input: { name: room.name } });
    await unarchives(ada, room);
    expect(await found(otto)).toEqual({ rooms: { totalCount: 1, nodes: [{ id: room.id }] } });
  });

  it('a ban can be made there', async () => {
    const { ada, ben, room } = await aScene();
    await archives(ada, room);
    await ben.isRefused('FORBIDDEN', BAN, { id: room.id, user: ada.id });
    await bans(ada, ben, room);
    expect((await kindsOfHappenings(ada, room)).at(-1)).toBe('MemberLeft');
  });
});

async function aScene(): Promise<Scene> {
  const cast = await aCast(server);
  const room = await aRoom(cast.ada, [cast.ben, cast.cleo]);
  const hers = await cast.ada.says('Lunch?', room);
  await cast.ada.says('Soup', room, { threadRootId: hers.id });
  return { ...cast, room, hers, bens: await cast.ben.says('Yes', room) };
}
