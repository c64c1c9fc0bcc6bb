import { expect, test } from 'vitest';
import { noticeSentence } from './notice-words';

test.each([
  ['WARNING', 'Kitchen', 'You were warned about a message you wrote in “Kitchen”.'],
  ['REPORT_CLOSED', 'Kitchen', 'The message you reported in “Kitchen” was dealt with.'],
  ['WARNING', '', 'You were warned about a message you wrote.'],
] as const)('a notice (%s) says what it is about', (kind, roomName, sentence) => {
  expect(noticeSentence({ kind, roomName })).toBe(sentence);
});
