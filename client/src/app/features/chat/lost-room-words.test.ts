import { expect, test } from 'vitest';
import type { FeedEvent } from '../../core/graphql/model';
import { newRoomState } from '../../feed/chat-state';
import { lostRoom } from '../../feed/lost-room';
import { person } from '../../feed/test/tiny-server';
import { lostRoomWords } from './lost-room-words';

const at = '2026-11-21T18:00:00.000Z';
const room = {
  id: 'r1',
  name: 'Secret plans',
  topic: '',
  kind: 'CHANNEL',
  visibility: 'PRIVATE',
  posting: 'EVERYONE',
  slowModeSeconds: 0,
  keepMessagesDays: null,
  archivedAt: null,
  memberCount: 1,
} as const;

function left(who: string, by: string): FeedEvent {
  return { __typename: 'MemberLeft', id: 'e9', seq: 9, at, actor: person(by), room, user: person(who) };
}

function words(event: FeedEvent): string | null {
  const lost = lostRoom(event, { viewerId: 'ben', rooms: new Map([['r1', newRoomState(room, 'MEMBER')]]) });
  return lost && `${lostRoomWords(lost).heading} ${lostRoomWords(lost).text}`;
}

test('Ben reads who put him out, and of which room', () => {
  expect(words(left('ben', 'ada'))).toBe('You are no longer in “Secret plans”. ada removed you.');
});

test('a guest reads that the room is private now', () => {
  const event = left('ben', 'ada');
  const guest = event.__typename === 'MemberLeft' && { ...event, user: { ...person('ben'), kind: 'GUEST' as const } };
  expect(guest && words(guest)).toBe(
    'You are no longer in “Secret plans”. It is private now, and guests can only be in public rooms.',
  );
  const elsewhere = guest && { ...guest, room: { ...room, visibility: 'PUBLIC' as const } };
  expect(elsewhere && words(elsewhere)).toBe('You are no longer in “Secret plans”. ada removed you.');
});

test('Ben reads that he has left when he left in another tab', () => {
  expect(words(left('ben', 'ben'))).toMatch('You left “Secret plans”.');
});

test('Ben reads who deleted his room, and loses nothing where another one was', () => {
  const deleted = (roomId: string, by: string): FeedEvent => ({
    ...{ __typename: 'RoomDeleted', id: 'p1', at, actor: person(by), roomId },
  });
  expect(words(deleted('r1', 'ada'))).toBe('“Secret plans” was deleted. ada deleted the room, with everything in it.');
  expect(words(deleted('r1', 'ben'))).toBe('“Secret plans” was deleted. You deleted the room, with everything in it.');
  expect(words(deleted('r2', 'ada'))).toBe(null);
});

test('Ben loses nothing when Cleo leaves', () => {
  expect(words(left('cleo', 'cleo'))).toBe(null);
});
