import { expect, it } from 'vitest';
import { messageTitle } from './message-title';
import type { TimelineMessage } from './timeline.types';

const ada = { id: '1', username: 'ada', displayName: 'Ada', kind: 'PERSON' as const };

function saidBy(mine: boolean, body: string, names: readonly string[] = []): TimelineMessage {
  const attachments = names.map((name) => ({ name }) as TimelineMessage['attachments'][number]);
  return { author: ada, mine, body, attachments } as unknown as TimelineMessage;
}

it('says whose a message is and how it begins, without its markup', () => {
  expect(messageTitle(saidBy(true, 'Who is in for **Sunday**?'))).toBe('your message “Who is in for Sunday?”');
  expect(messageTitle(saidBy(false, 'Hello'))).toBe('Ada’s message “Hello”');
});

it('is short, however long the message', () => {
  expect(messageTitle(saidBy(true, 'word '.repeat(2000))).length).toBeLessThan(70);
});

it('names the first file of a message that has no words', () => {
  expect(messageTitle(saidBy(false, '', ['ridge.jpg', 'map.pdf']))).toBe('Ada’s message “ridge.jpg”');
  expect(messageTitle(saidBy(false, ''))).toBe('Ada’s message');
});
