import { expect, test } from 'vitest';
import { messagePath, threadPath } from './message-path';

test('a message is found in its room, and one of a thread in its thread', () => {
  expect(messagePath('kitchen', { number: 7, thread: null })).toBe('/chat/kitchen/7');
  expect(messagePath('kitchen', { number: 7, thread: { id: 'lunch' } })).toBe('/chat/kitchen/thread/lunch/7');
  expect(threadPath('kitchen', 'lunch')).toBe('/chat/kitchen/thread/lunch');
});
