import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageWindow, WindowMessage } from './chat-state';
import { NO_MARKS } from './message-marks';
import { dropNewest, dropOldest, hasNewer, join, place, receive } from './message-window';
import { person } from './test/tiny-server';

function message(number: number, change: Partial<WindowMessage> = {}): WindowMessage {
  return {
    ...{
      id: String(number),
      number,
      seq: number,
      author: person('ben'),
      body: `${String(number)}.`,
      nonce: null,
      mentions: [],
      mentionsRoom: false,
      attachments: [],
    },
    ...{
      pinnedAt: null,
      reactions: [],
      linkPreviews: [],
      replyTo: null,
      viewerState: NO_MARKS,
      thread: null,
      startedThread: null,
    },
    ...{ isStreaming: false, isBrokenOff: false },
    ...{ createdAt: '2026-11-21T18:00:00.000Z', editedAt: null, deletedAt: null, cursor: `c${String(number)}` },
    ...change,
  };
}

function windowOf(first: number, last: number, newest = last): MessageWindow {
  const messages = Array.from({ length: last - first + 1 }, (_, index) => message(first + index));
  return { messages, hasOlder: first > 1, newest };
}

const numbers = ({ messages }: MessageWindow) => messages.map(({ number }) => number);

test('the next message is put at the end', () => {
  expect(numbers(receive(windowOf(4, 6), message(7)))).toEqual([4, 5, 6, 7]);
});

test('a message beyond the next one leaves no gap: it is known to be there to load', () => {
  const window = receive(windowOf(4, 6), message(9));
  expect(numbers(window)).toEqual([4, 5, 6]);
  expect(hasNewer(window)).toBe(true);
});

test('once the messages between have come, nothing is missing any more', () => {
  const window = [9, 7, 8, 9].reduce((all, number) => receive(all, message(number)), windowOf(4, 6));
  expect(numbers(window)).toEqual([4, 5, 6, 7, 8, 9]);
  expect(hasNewer(window)).toBe(false);
});

test('an answer that overtakes the feed is not taken for a gap', () => {
  expect(hasNewer(place(windowOf(4, 6), message(9)))).toBe(false);
});

test('the first message of an empty room is shown', () => {
  expect(numbers(receive({ messages: [], hasOlder: false, newest: 0 }, message(1)))).toEqual([1]);
});

test('an older page joins on where it touches, and says whether there is more', () => {
  const window = join(windowOf(51, 60), windowOf(1, 50));
  expect(window.messages).toHaveLength(60);
  expect(window.hasOlder).toBe(false);
  expect(hasNewer(window)).toBe(false);
});

test('a page that overlaps brings no message twice', () => {
  expect(numbers(join(windowOf(4, 8), windowOf(6, 10)))).toEqual([4, 5, 6, 7, 8, 9, 10]);
});

test('after a long absence the newest page stands alone, rather than with a hole before it', () => {
  const window = join(windowOf(1, 50), windowOf(150, 200));
  expect(numbers(window)[0]).toBe(150);
  expect(window.hasOlder).toBe(true);
});

test('a page that was read before an edit does not bring the old words back', () => {
  const edited = message(5, { body: 'new', editedAt: '2026-11-21T18:01:00.000Z' });
  const window = place(windowOf(4, 6), edited);
  expect(join(window, windowOf(4, 6)).messages[1]?.body).toBe('new');
});

test('a deleted message stays deleted', () => {
  const window = place(windowOf(4, 6), message(5, { body: '', deletedAt: '2026-11-21T18:01:00.000Z' }));
  expect(place(window, message(5)).messages[1]?.body).toBe('');
});

test('what has not changed stays the same object', () => {
  const window = windowOf(4, 6);
  expect(place(window, message(5, { cursor: null }))).toBe(window);
});

test('a long history is cut at the far end, and what was cut can be loaded again', () => {
  expect(hasNewer(dropNewest(windowOf(1, 60), 50))).toBe(true);
  expect(dropOldest(windowOf(1, 60), 50).hasOlder).toBe(true);
  expect(numbers(dropOldest(windowOf(1, 60), 50))[0]).toBe(11);
});

test('pages of any stretch, in any order, make one stretch without gaps that holds each message once', () => {
  const stretch = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 12 }), (stretches) => {
      const pages = stretches.map(([first, length]) => windowOf(first, first + length - 1, 60));
      const window = pages.reduce((all, page) => join(all, page));
      const [first = 0] = numbers(window);
      expect(numbers(window)).toEqual(window.messages.map((_, index) => first + index));
      // The page that came last is in it, whatever it touched.
      expect(numbers(window)).toEqual(expect.arrayContaining(numbers(pages.at(-1) ?? window)));
      expect(window.hasOlder).toBe(first > 1);
    }),
  );
});
