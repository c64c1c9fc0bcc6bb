import { expect, test } from 'vitest';
import { bodyOf, type Spoken, summaryOf, titleOf } from './notification-words';

const said: Spoken = {
  reason: 'MENTION',
  author: 'Ben',
  room: 'Kitchen',
  isDirect: false,
  hasOthers: false,
  isInThread: false,
  text: 'Tea, @ada?',
  files: 0,
};

test('the title says who and where', () => {
  expect(titleOf(said)).toBe('Ben in Kitchen');
  expect(titleOf({ ...said, isInThread: true })).toBe('Ben in a thread in Kitchen');
  expect(titleOf({ ...said, isDirect: true, room: 'Ben' })).toBe('Ben');
  expect(titleOf({ ...said, isDirect: true, hasOthers: true, room: 'Ben, Cleo' })).toBe(
    'Ben in the conversation with Ben, Cleo',
  );
});

test('the text is shown to those who want it, and cut where it is long', () => {
  expect(bodyOf(said)).toBe('Tea, @ada?');
  expect(bodyOf({ ...said, text: `${'word '.repeat(100)}end` })).toMatch(/^(?:word ){35}word …$/);
});

test('those who do not want it are told why it concerns them, and nothing that was said', () => {
  expect(bodyOf({ ...said, text: null })).toBe('Mentioned you');
  expect(bodyOf({ ...said, text: null, reason: 'DIRECT_MESSAGE' })).toBe('Sent you a message');
});

test('files without a word are counted', () => {
  expect(bodyOf({ ...said, text: '', files: 1 })).toBe('Sent a file');
  expect(bodyOf({ ...said, text: '', files: 3 })).toBe('Sent 3 files');
});

test('several are counted, with the rooms that they are in', () => {
  expect(summaryOf(['Kitchen'], 4)).toEqual({ title: '4 new messages', body: 'In Kitchen' });
  expect(summaryOf(['Kitchen', 'Garden'], 4).body).toBe('In Kitchen and Garden');
  expect(summaryOf(['Kitchen', 'Garden', 'Attic'], 4).body).toBe('In 3 rooms');
});
