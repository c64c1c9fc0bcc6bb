import { expect, test } from 'vitest';
import { newLine, type Reading } from './new-line';

const away = (lastReadNumber: number, unreadCount: number): Reading => {
  return { mark: { lastReadNumber, unreadCount, unreadMentionCount: 0, asOfSeq: 0 }, isReading: false, waiting: 0 };
};
const reading = (lastReadNumber: number, unreadCount: number): Reading => {
  return { ...away(lastReadNumber, unreadCount), isReading: true };
};

test('the line stands where one left off, and stays while one reads on', () => {
  const line = newLine(away(7, 3), null, null);
  expect(line).toBe(8);
  expect(newLine(reading(7, 3), away(7, 3), line)).toBe(8);
  expect(newLine(reading(10, 0), reading(7, 3), line)).toBe(8);
});

test('what arrives before one’s eyes needs no line', () => {
  expect(newLine(reading(7, 1), reading(7, 0), null)).toBe(null);
});

test('who has left again finds the line above what has come since', () => {
  expect(newLine(away(10, 0), reading(10, 0), 8)).toBe(8);
  expect(newLine(away(10, 2), away(10, 0), 8)).toBe(11);
});

test('the line goes once one writes below it, and comes again for what one has not seen then', () => {
  expect(newLine({ ...reading(10, 0), waiting: 1 }, reading(10, 0), 8)).toBe(null);
  expect(newLine(reading(10, 0), { ...reading(10, 0), waiting: 1 }, null)).toBe(null);
  expect(newLine(away(11, 1), away(11, 0), null)).toBe(12);
});

test('what is marked as unread has its line, also before the eyes of whoever sees the end', () => {
  expect(newLine(reading(4, 6), reading(10, 0), null)).toBe(5);
});

test('there is no line before it is known what was read', () => {
  expect(newLine({ mark: null, isReading: false, waiting: 0 }, null, null)).toBe(null);
});
