import { expect, test } from 'vitest';
import { announcementOf } from './announcement-of';

const inKitchen = { roomId: '1', roomName: 'kitchen', sentence: 'Ben: Tea?' };
const inGarden = { roomId: '2', roomName: 'garden', sentence: 'New message in garden' };

test('one message is told as it is', () => {
  expect(announcementOf([], [inKitchen])).toBe('Ben: Tea?');
});

test('several messages are counted, with the room they are in', () => {
  expect(announcementOf([], [inKitchen, inKitchen])).toBe('2 new messages in kitchen');
});

test('messages in several rooms are counted, and so are the rooms', () => {
  expect(announcementOf([], [inKitchen, inGarden, inKitchen])).toBe('3 new messages in 2 rooms');
});

test('two rooms of one name are two rooms', () => {
  expect(announcementOf([], [inKitchen, { ...inKitchen, roomId: '3' }])).toBe('2 new messages in 2 rooms');
});

test('what has been done is told beside what has come, and never counted as a message', () => {
  expect(announcementOf(['Changes saved.', 'Connected again.'], [inKitchen, inKitchen])).toBe(
    'Changes saved. Connected again. 2 new messages in kitchen',
  );
  expect(announcementOf(['Message deleted.'], [])).toBe('Message deleted.');
});
