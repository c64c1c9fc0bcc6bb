import { expect, test } from 'vitest';
import { askedFields } from '../../../core/graphql/test/asked-fields';
import { missingFragments } from '../../../core/graphql/test/missing-fragments';
import { lastMessagesOf, markAsRead, MAX_TOGETHER } from './requests-about-many';

test.each([1, MAX_TOGETHER])('a request about %i rooms holds all the fragments that it names', (count) => {
  const ids = Array.from({ length: count }, (_, index) => `room-${String(index)}`);
  const marks = markAsRead(ids.map((roomId) => ({ roomId, threadId: null, number: 1 })));
  expect(missingFragments(marks.document)).toEqual([]);
  expect(Object.keys(marks.variables)).toHaveLength(count);
  expect(missingFragments(lastMessagesOf(ids).document)).toEqual([]);
});

test('as many rooms and threads are marked together as the server takes in one request', () => {
  const marks = Array.from({ length: MAX_TOGETHER }, (_, number) => ({ roomId: 'room', threadId: 'thread', number }));
  expect(askedFields(markAsRead(marks).document)).toBeLessThan(600);
});
