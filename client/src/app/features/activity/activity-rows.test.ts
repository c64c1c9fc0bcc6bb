import { expect, test } from 'vitest';
import type { ModeratorNotice } from '../../core/graphql/model';
import { activityRows } from './activity-rows';
import type { ActivityEntry } from './activity.store';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;
const notice = (day: number): ModeratorNotice => ({
  ...{ id: `notice ${String(day)}`, kind: 'WARNING', createdAt: at(day), roomName: 'Kitchen' },
  ...{ messageId: 'm', words: 'Be kind.' },
});
// What the order depends on, and nothing else of it.
const entry = (day: number) => ({ message: { id: `message ${String(day)}`, createdAt: at(day) } }) as ActivityEntry;
const keys = (...args: Parameters<typeof activityRows>) => activityRows(...args).map(({ key }) => key);

test('messages and notices are one list, the newest first', () => {
  expect(keys([entry(9), entry(5)], [notice(7), notice(1)], false)).toEqual([
    'message 9',
    'notice 7',
    'message 5',
    'notice 1',
  ]);
});

test('a notice that is older than what is loaded waits for it', () => {
  expect(keys([entry(9), entry(5)], [notice(7), notice(1)], true)).toEqual(['message 9', 'notice 7', 'message 5']);
  expect(keys([], [notice(1)], false)).toEqual(['notice 1']);
});
