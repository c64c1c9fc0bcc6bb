import { expect, test } from 'vitest';
import { missingFragments } from '../../../core/graphql/test/missing-fragments';
import { lastMessagesOf, markAsRead, MAX_TOGETHER } from './of-many';

test.each([1, MAX_TOGETHER])('a request about %i rooms holds all the fragments that it names', (count) => {
  const ids = Array.from({ length: count }, (_, index) => `room-${String(index)}`);
  const marks = markAsRead(ids.map((roomId) => ({ roomId, threadId: null, number: 1 })));
  expect(missingFragments(marks.document)).toEqual([]);
  expect(Object.keys(marks.variables)).toHaveLength(count);
  expect(missingFragments(lastMessagesOf(ids).document)).toEqual([]);
});
