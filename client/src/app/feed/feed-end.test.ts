import { expect, test } from 'vitest';
import { problem, Refusal } from '../core/graphql/problem';
import { feedEnd } from './feed-end';

const refusal = (code: string) => new Refusal(problem(code, 'No.'));

test.each(['CURSOR_EXPIRED', 'BAD_CURSOR'])('after %s everything is read anew', (code) => {
  expect(feedEnd(refusal(code), null)).toBe('read-anew');
});

test('a token that ran out is renewed, on the socket and for the subscription', () => {
  expect(feedEnd(new Error('Socket closed'), 4403)).toBe('new-token');
  expect(feedEnd(refusal('UNAUTHENTICATED'), null)).toBe('new-token');
});

test.each([1001, 1006, 1013, 4408, null])('after close code %s the feed goes on where it was', (code) => {
  expect(feedEnd(new Error('Socket closed'), code)).toBe('resume');
});

test('a fault of the server is no reason to forget where one was', () => {
  expect(feedEnd(refusal('INTERNAL_SERVER_ERROR'), null)).toBe('resume');
});
