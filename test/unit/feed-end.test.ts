import { expect, test } from 'vitest';
import { feedEnd } from '#feed-core';

test.each(['CURSOR_EXPIRED', 'BAD_CURSOR'])('after %s everything is read anew', (code) => {
  expect(feedEnd(code, null)).toBe('read-anew');
});

test('a token that ran out is renewed, on the socket and for the subscription', () => {
  expect(feedEnd(null, 4403)).toBe('new-token');
  expect(feedEnd('UNAUTHENTICATED', null)).toBe('new-token');
});

test('a session that was ended is told from a token that ran out', () => {
  expect(feedEnd(null, 4401)).toBe('signed-out');
});

test.each([1001, 1006, 1013, 4408, null])('after close code %s the feed goes on where it was', (code) => {
  expect(feedEnd(null, code)).toBe('resume');
});

test('a fault of the server is no reason to forget where one was', () => {
  expect(feedEnd('INTERNAL_SERVER_ERROR', null)).toBe('resume');
});
