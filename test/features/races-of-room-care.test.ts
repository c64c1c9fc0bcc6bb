import { describe, expect, it } from 'vitest';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { filesOnDisk, uploadFile } from '../support/files/uploads.js';
import { aCast } from '../support/people/cast.js';
import { archives, BAN, bans, DELETE_ROOM, deletesRoom, isSwept } from '../support/people/looking-after.js';
import { ADD, ADD_REACTION, JOIN, type Person, SEND, SET_ROLE } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { post } from '../support/requests/graphql.js';
import { oneAfterTheOther } from '../support/servers/interleaving.js';
import { aServer } from '../support/servers/server.js';

// In each of these a first request was found in order, and waits for its turn to write; then the second one comes and goes.

const server = await aServer();

describe('a ban', () => {
  it('holds for whoever was about to send, to join or to be added', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const sends = await oneAfterTheOther(
      server,
      () => outcome(ben, SEND, { input: { roomId: room.id, body: 'Watches!' } }),
      () => bans(ada, ben, room),
    );
    const joins = await oneAfterTheOther(
      server,
      () => outcome(cleo, JOIN, { id: room.id }),
      () => bans(ada, cleo, room),
    );
    const isAdded = await oneAfterTheOther(
      server,
      () => outcome(ada, ADD, { id: room.id, user: otto.id }),
      () => bans(ada, otto, room),
    );
    expect([sends.first, joins.first, isAdded.first]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MemberJoined', 'MemberLeft']);
  });

  it('is by nobody who is no moderator any more, and not of one who owns the room by then', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ada.makes(ben, 'MODERATOR', room);
    const asBefore = await oneAfterTheOther(
      server,
      () => outcome(ben, BAN, { id: room.id, user: cleo.id }),
      () => ada.asks(SET_ROLE, { id: room.id, user: ben.id, role: 'MEMBER' }),
    );
    await ada.makes(ben, 'MODERATOR', room);
    const ofOwner = await oneAfterTheOther(
      server,
      () => outcome(ben, BAN, { id: room.id, user: cleo.id }),
      () => ada.makes(cleo, 'OWNER', room),
    );
    expect([asBefore.first, ofOwner.first]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  it('ends one who joins a moment before', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada);
    await oneAfterTheOther(
      server,
      () => bans(ada, ben, room),
      () => ben.joins(room),
    );
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MemberJoined', 'MemberLeft']);
  });
});

describe('what is decided of a room', () => {
  it('holds for whoever was about to send or to react', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const { id } = await ada.says('Hello', room);
    const input = { roomId: room.id, body: 'Hello' };
    const sends = await oneAfterTheOther(
      server,
      () => outcome(ben, SEND, { input }),
      () => ada.updates(room, { posting: 'MODERATORS' }),
    );
    const reacts = await oneAfterTheOther(
      server,
      () => outcome(ben, ADD_REACTION, { id, emoji: '👍' }),
      () => archives(ada, room),
    );
    expect([sends.first, reacts.first]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  it('lets only one of two messages pass that a member of a slow room sends at once', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.updates(room, { slowModeSeconds: 60 });
    const both = await Promise.all(
      ['One', 'Two'].map((body) => outcome(ben, SEND, { input: { roomId: room.id, body } })),
    );
    expect(both.toSorted()).toEqual(['RATE_LIMITED', 'done']);
  });
});

describe('a room that is deleted', () => {
  it('takes nothing of what was on its way in: no message, nobody, no file', async () => {
    const { ada, ben, otto } = await aCast(server);
    const before = await filesOnDisk(server);
    const ways: ((room: { id: string }) => Promise<unknown>)[] = [
      ({ id }) => outcome(ben, SEND, { input: { roomId: id, body: 'Hello' } }),
      ({ id }) => outcome(otto, JOIN, { id }),
      (room) => uploadFile(ben, room, 'a.txt', 'Hello'),
    ];
    for (const comes of ways) {
      const room = await aRoom(ada, [ben]);
      const { first } = await oneAfterTheOther(
        server,
        () => comes(room),
        () => deletesRoom(ada, room),
      );
      expect(first).toBe('NOT_FOUND');
    }
    await isSwept(server);
    expect(await filesOnDisk(server)).toEqual(before);
  });

  it('is told to one who joins a moment before, and is deleted by nobody who does not own it any more', async () => {
    const { ada, ben, otto } = await aCast(server);
    const [room, other] = [await aRoom(ada, [ben]), await aRoom(ada, [ben])];
    const { viewer } = await otto.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }');
    await oneAfterTheOther(
      server,
      () => deletesRoom(ada, room),
      () => otto.joins(room),
    );
    const EVENTS = 'query ($after: Cursor!) { events(after: $after) { event { __typename } } }';
    const { events } = await otto.asks<{ events: { event: { __typename: string } | null }[] }>(EVENTS, {
      after: viewer.eventCursor,
    });
    expect(events.flatMap(({ event }) => event?.__typename ?? [])).toEqual(['RoomDeleted', 'PublicRoomRemoved']);
    const deletes = await oneAfterTheOther(
      server,
      () => outcome(ada, DELETE_ROOM, { ...other }),
      () => ada.makes(ben, 'OWNER', other),
    );
    expect(deletes.first).toBe('FORBIDDEN');
  });
});

/** The code of the refusal, or that it was done. */
async function outcome(who: Person, mutation: string, variables: Record<string, unknown>): Promise<string> {
  const { errors } = await post(server.url, mutation, variables, who.bearer);
  return errors?.[0]?.extensions.code ?? 'done';
}
