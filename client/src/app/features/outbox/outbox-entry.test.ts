import { expect, test } from 'vitest';
import { nextToSend, type OutboxEntry, revived } from './outbox-entry';

function entry(nonce: string, change: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    nonce,
    userId: 'ada',
    roomId: 'kitchen',
    body: nonce,
    attachments: [],
    createdAt: `2026-11-21T18:00:0${nonce}.000Z`,
    state: 'waiting',
    problem: null,
    ...change,
  };
}

const nonces = (entries: readonly OutboxEntry[]) => entries.map(({ nonce }) => nonce);

test('a room gets its messages one after the other, and no room waits for another', () => {
  const entries = [entry('1'), entry('2'), entry('3', { roomId: 'garden' })];
  expect(nonces(nextToSend(entries))).toEqual(['1', '3']);
});

test('a thread waits neither for its room nor for another thread', () => {
  const entries = [entry('1', { state: 'sending' }), entry('2', { threadRootId: 'lunch' }), entry('3')];
  const more = [entry('4', { threadRootId: 'lunch' }), entry('5', { threadRootId: 'tea' })];
  expect(nonces(nextToSend([...entries, ...more]))).toEqual(['2', '5']);
});

test('while one message is on its way, the next one of its room waits', () => {
  expect(nextToSend([entry('1', { state: 'sending' }), entry('2')])).toEqual([]);
});

test('a message that was refused does not hold up the others', () => {
  expect(nonces(nextToSend([entry('1', { state: 'failed' }), entry('2')]))).toEqual(['2']);
});

test('after a reload, what was on its way is sent again, in the order of writing', () => {
  const kept = [entry('2'), entry('1', { state: 'sending' }), entry('3', { state: 'failed' })];
  expect(revived(kept).map(({ nonce, state }) => [nonce, state])).toEqual([
    ['1', 'waiting'],
    ['2', 'waiting'],
    ['3', 'failed'],
  ]);
});

test('a message waits for its files, and what was written after it in its room waits with it', () => {
  const held = entry('1', { files: [{ key: 'a', name: 'harbour.png' }] });
  expect(nonces(nextToSend([held, entry('2'), entry('3', { roomId: 'garden' })]))).toEqual(['3']);
  expect(nonces(nextToSend([entry('1', { files: [] }), entry('2')]))).toEqual(['1']);
});
