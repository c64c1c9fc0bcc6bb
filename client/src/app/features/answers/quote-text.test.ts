import { expect, test } from 'vitest';
import { person } from '../../feed/test/tiny-server';
import { quoteText } from './quote-text';

const quote = (body: string, files: readonly string[] = []) => ({
  ...{ id: '1', number: 1, author: person('ben'), body, deletedAt: null },
  attachments: files.map((name) => ({ name })),
});

test('a quote is one line without markup', () => {
  expect(quoteText(quote('Who is in\n\nfor **Sunday**?'))).toBe('Who is in for Sunday?');
});

test('a long message is cut, between letters', () => {
  expect(quoteText(quote('👍'.repeat(500)))).toBe(`${'👍'.repeat(160)} …`);
});

test('a message of files alone says which', () => {
  expect(quoteText(quote('', ['cake.png']))).toBe('cake.png');
  expect(quoteText(quote('', ['cake.png', 'tea.png']))).toBe('2 files');
});

test('nothing is left of a message that was deleted', () => {
  expect(quoteText({ ...quote(''), deletedAt: '2026-11-21T18:00:00.000Z' })).toBe('This message was deleted.');
});
