import { expect, test } from 'vitest';
import { sessionEndWords } from './session-end-words';

test.each([
  [true, true, 'Your guest session has ended. You can join again as a new guest, or create an account.'],
  [true, false, 'Your guest session has ended. You can join again as a new guest.'],
  [false, true, 'Your guest session has ended. You can create an account.'],
  [false, false, 'Your guest session has ended.'],
])(
  'a guest whose visit is over reads which doors are open (guests %s, registration %s)',
  (guests, registration, words) => {
    expect(sessionEndWords('visit-over', { guests, registration })).toBe(words);
  },
);

test('whoever has deleted their account reads that it is done', () => {
  expect(sessionEndWords('account-deleted', { guests: true, registration: true })).toBe(
    'Your account has been deleted.',
  );
});
