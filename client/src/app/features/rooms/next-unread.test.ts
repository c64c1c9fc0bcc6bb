import { expect, test } from 'vitest';
import { nextUnread } from './next-unread';

/** "a1 b0t1 [c]2 d1m": b has something unread in a thread alone, c is open, d is muted. */
function list(rooms: string) {
  return rooms.split(' ').map((text) => ({
    id: text.replace('[', '').charAt(0),
    unread: Number(/\d/.exec(text)?.[0]),
    threads: Number(/t(\d)/.exec(text)?.[1] ?? 0),
    isMuted: text.endsWith('m'),
    open: text.startsWith('['),
  }));
}

test.each([
  ['a1 [b]0 c0 d2', 1, 'd'],
  ['a1 [b]0 c0 d2', -1, 'a'],
  ['a1 b1 [c]0', 1, 'a'],
  ['[a]0 b1 c1', -1, 'c'],
  ['a0 b1 c1', 1, 'b'],
  ['a0 b1 c1', -1, 'c'],
  ['[a]0 b0 c0t2', 1, 'c'],
  ['[a]0 b0t1 c1', -1, 'c'],
  ['[a]0 b0t1 c1', 1, 'b'],
] as const)('in %s, %i leads to %s', (rooms, step, id) => {
  expect(nextUnread(list(rooms), step)).toBe(id);
});

test('muted rooms, and the open one itself, are no place to be led to', () => {
  expect(nextUnread(list('a1m [b]3t1 c0 d0t1m'), 1)).toBe(null);
  expect(nextUnread([], 1)).toBe(null);
});
