import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Audience } from '#server/feed/audience.js';
import { PersonReader } from '#server/feed/person-reader.js';
import { RoomReader } from '#server/feed/room-reader.js';
import { RoomsOfSubject } from '#server/feed/rooms-of-subject.js';
import { type LoggedEvent, membershipChangeOf } from '#server/log/index.js';
import '#server/auth/sessions/session.events.js';
import '#server/messages/messages.events.js';
import '#server/rooms/events/public-rooms.events.js';
import '#server/rooms/events/rooms.events.js';
import '#server/users/users.events.js';

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
const ofSomebody = fc.record({
  type: fc.constant('UserChanged'),
  roomId: fc.constant(null),
  personId: fc.constant(null),
  subjectId: fc.constantFrom(...PEOPLE),
});
const anything = fc.oneof({ weight: 4, arbitrary: ofRoom }, ofPerson, ofHouse, ofSomebody);
const evening = fc.array(anything, { maxLength: 40 });
/** In which rooms each of them is whom something is about. */
const whereabouts = fc.dictionary(fc.constantFrom(...PEOPLE), fc.uniqueArray(fc.constantFrom(...ROOMS)));
const followers = fc.array(
  fc.record({ userId: fc.constantFrom(...PEOPLE), rooms: fc.uniqueArray(fc.constantFrom(...ROOMS)) }),
  { maxLength: 8 },
);

describe('the audience of an event', () => {
  it('is that of another, wherever both are told to have the same', async () => {
    await fc.assert(
      fc.asyncProperty(followers, whereabouts, anything, anything, async (follow, where, one, other) => {
        const [first, second] = [logged(one, 0), logged(other, 1)];
        const rooms = await roomsOfSubjects(where, [first, second]);
        const audience = new Audience<PersonReader>(rooms);
        for (const who of follow) audience.add(await readerOf(who, rooms));
        fc.pre(audience.isSame(first, second));
        expect(new Set(audience.of(second))).toEqual(new Set(audience.of(first)));
      }),
    );
  });

  it('is, whatever happens, whoever would have been found by asking everybody', async () => {
    await fc.assert(
      fc.asyncProperty(followers, whereabouts, evening, async (follow, where, happened) => {
        const events = happened.map(logged);
        const rooms = await roomsOfSubjects(where, events);
        const readers = await Promise.all(follow.map((who) => readerOf(who, rooms)));
        const audience = new Audience<PersonReader>(rooms);
        for (const reader of readers) audience.add(reader);
        for (const event of events) {
          const asked = [...audience.of(event)];
          expect(new Set(asked).size).toBe(asked.length);
          for (const reader of readers) if (reader.sees(event)) expect(asked).toContain(reader);
          // Whoever shares no room with the one whom it is about is not even asked.
          if (event.type === 'UserChanged') for (const reader of asked) expect(reader.sees(event)).toBe(true);
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
    const rooms = await roomsOfSubjects({}, []);
    const ada = await readerOf({ userId: 'ada', rooms: ['hall'] }, rooms);
    const audience = new Audience<PersonReader>(rooms);
    audience.add(ada);
    const inKitchen = { type: 'MessageSent', roomId: 'kitchen', personId: null, subjectId: 'a message' };
    expect([...audience.of(logged(inKitchen, 0))]).toEqual([]);
    audience.remove(ada);
    expect([...audience.of(logged({ ...inKitchen, roomId: 'hall' }, 1))]).toEqual([]);
  });

  it('is, of what is for those who share a room with somebody, found before anybody is asked', async () => {
    const event = logged({ type: 'UserChanged', roomId: null, personId: null, subjectId: 'ada' }, 0);
    const audience = new Audience<PersonReader>(await roomsOfSubjects({ ada: ['hall'] }, []));
    expect(() => [...audience.of(event)]).toThrow('whom an event is for');
  });

  it('are all who follow a single room', async () => {
    const audience = new Audience<RoomReader>(await roomsOfSubjects({}, []));
    const ben = new RoomReader({ userId: 'ben', joinedPosition: 0 });
    audience.add(ben);
    const said = { type: 'MessageSent', roomId: 'hall', personId: null, subjectId: 'a message' };
    expect([...audience.of(logged(said, 0))]).toEqual([ben]);
  });
});

async function roomsOfSubjects(
  where: Readonly<Partial<Record<string, readonly string[]>>>,
  events: readonly LoggedEvent[],
): Promise<RoomsOfSubject> {
  const rooms = new RoomsOfSubject({ roomsShowingAt: (userId) => Promise.resolve(new Set(where[userId])) });
  await rooms.find(events);
  return rooms;
}

async function readerOf(
  { userId, rooms }: { userId: string; rooms: readonly string[] },
  roomsOfSubject: RoomsOfSubject,
): Promise<PersonReader> {
  const periods = { roomsAt: () => Promise.resolve(new Set(rooms)) };
  const reader = new PersonReader(periods, new Set<string>(), roomsOfSubject, userId);
  await reader.standAt({ position: 0, eventId: '' });
  return reader;
}

function logged(event: Pick<LoggedEvent, 'type' | 'roomId' | 'personId' | 'subjectId'>, index: number): LoggedEvent {
  const place = { position: index + 1, id: `event ${String(index)}`, seq: event.roomId === null ? null : index + 1 };
  return { ...event, ...place, actorId: null, particulars: null, at: new Date(0) };
}
