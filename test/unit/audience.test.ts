import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Audience } from '#server/feed/audience.js';
import { PersonReader } from '#server/feed/person-reader.js';
import { RoomReader } from '#server/feed/room-reader.js';
import { type LoggedEvent, membershipChangeOf } from '#server/log/index.js';
import '#server/auth/sessions/session.events.js';
import '#server/messages/messages.events.js';
import '#server/rooms/events/public-rooms.events.js';
import '#server/rooms/events/rooms.events.js';

const PEOPLE = ['ada', 'ben', 'cleo', 'otto'];
const ROOMS = ['hall', 'kitchen', 'garden'];

const ofRoom = fc.record({
  type: fc.constantFrom('MessageSent', 'MemberJoined', 'MemberLeft'),
  roomId: fc.constantFrom(...ROOMS),
  personId: fc.constant(null),
  subjectId: fc.constantFrom(...PEOPLE),
});
const ofPerson = fc.record({
  type: fc.constant('SessionOpened'),
  roomId: fc.constant(null),
  personId: fc.constantFrom(...PEOPLE),
  subjectId: fc.constant('a session'),
});
const ofHouse = fc.record({
  type: fc.constant('PublicRoomAdded'),
  roomId: fc.constant(null),
  personId: fc.constant(null),
  subjectId: fc.constantFrom(...ROOMS),
});
const evening = fc.array(fc.oneof({ weight: 4, arbitrary: ofRoom }, ofPerson, ofHouse), { maxLength: 40 });
const followers = fc.array(
  fc.record({ userId: fc.constantFrom(...PEOPLE), rooms: fc.uniqueArray(fc.constantFrom(...ROOMS)) }),
  { maxLength: 8 },
);

describe('the audience of an event', () => {
  it('is that of another, wherever both are told to have the same', async () => {
    const event = fc.oneof({ weight: 4, arbitrary: ofRoom }, ofPerson, ofHouse);
    await fc.assert(
      fc.asyncProperty(followers, event, event, async (follow, one, other) => {
        const audience = new Audience<PersonReader>();
        for (const reader of await Promise.all(follow.map(readerOf))) audience.add(reader);
        const [first, second] = [logged(one, 0), logged(other, 1)];
        fc.pre(audience.isSame(first, second));
        expect(new Set(audience.of(second))).toEqual(new Set(audience.of(first)));
      }),
    );
  });

  it('is, whatever happens, whoever would have been found by asking everybody', async () => {
    await fc.assert(
      fc.asyncProperty(followers, evening, async (follow, happened) => {
        const readers = await Promise.all(follow.map(readerOf));
        const audience = new Audience<PersonReader>();
        for (const reader of readers) audience.add(reader);
        for (const event of happened.map(logged)) {
          const asked = [...audience.of(event)];
          expect(new Set(asked).size).toBe(asked.length);
          for (const reader of readers) if (reader.sees(event)) expect(asked).toContain(reader);
          const moves = membershipChangeOf(event) !== undefined;
          for (const reader of readers) {
            if (asked.includes(reader)) {
              if (moves) audience.remove(reader);
              reader.movePast(event);
              if (moves) audience.add(reader);
            } else {
              const before = new Set(reader.interest.rooms);
              reader.movePast(event);
              expect(reader.interest.rooms).toEqual(before);
            }
          }
        }
      }),
    );
  });

  it('is nobody who is in none of its rooms', async () => {
    const ada = await readerOf({ userId: 'ada', rooms: ['hall'] });
    const audience = new Audience<PersonReader>();
    audience.add(ada);
    const inKitchen = { type: 'MessageSent', roomId: 'kitchen', personId: null, subjectId: 'a message' };
    expect([...audience.of(logged(inKitchen, 0))]).toEqual([]);
    audience.remove(ada);
    expect([...audience.of(logged({ ...inKitchen, roomId: 'hall' }, 1))]).toEqual([]);
  });

  it('are all who follow a single room', () => {
    const audience = new Audience<RoomReader>();
    const ben = new RoomReader({ userId: 'ben', joinedPosition: 0 });
    audience.add(ben);
    const said = { type: 'MessageSent', roomId: 'hall', personId: null, subjectId: 'a message' };
    expect([...audience.of(logged(said, 0))]).toEqual([ben]);
  });
});

async function readerOf({ userId, rooms }: { userId: string; rooms: readonly string[] }): Promise<PersonReader> {
  const reader = new PersonReader({ roomsAt: () => Promise.resolve(new Set(rooms)) }, new Set<string>(), userId);
  await reader.standAt({ position: 0, eventId: '' });
  return reader;
}

function logged(event: Pick<LoggedEvent, 'type' | 'roomId' | 'personId' | 'subjectId'>, index: number): LoggedEvent {
  const place = { position: index + 1, id: `event ${String(index)}`, seq: event.roomId === null ? null : index + 1 };
  return { ...event, ...place, actorId: null, particulars: null, at: new Date(0) };
}
