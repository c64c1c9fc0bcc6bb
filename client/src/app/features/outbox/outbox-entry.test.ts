import { expect, test } from 'vitest';
import {
  type MessageChange,
  nextToSend,
  outdatedBy,
  type OutboxChange,
  type OutboxEntry,
  type OutboxItem,
  revived,
} from './outbox-entry';

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

function change(nonce: string, wanted: MessageChange, state: OutboxChange['state'] = 'waiting'): OutboxChange {
  const { userId, roomId, createdAt, problem } = entry(nonce);
  return { nonce, userId, roomId, createdAt, state, problem, change: wanted };
}

const nonces = (entries: readonly OutboxItem[]) => entries.map(({ nonce }) => nonce);

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

const edit = (body: string): MessageChange => ({ kind: 'edit', messageId: 'lunch', body });
const pin = (isPinned: boolean): MessageChange => ({ kind: 'pin', messageId: 'lunch', isPinned });
const remove: MessageChange = { kind: 'delete', messageId: 'lunch' };

test('what is to become of messages goes in order with what is written in the same room', () => {
  const items = [change('1', edit('Tea')), entry('2'), change('3', pin(true))];
  expect(nonces(nextToSend(items))).toEqual(['1']);
  expect(nonces(nextToSend(items.slice(1)))).toEqual(['2']);
  expect(nonces(nextToSend(items.slice(2)))).toEqual(['3']);
});

test('a newer edit takes the place of one that waits, and a deletion that of everything', () => {
  const items = [entry('1'), change('2', edit('Tea')), change('3', pin(true))];
  expect(nonces(outdatedBy(items, edit('Coffee')))).toEqual(['2']);
  expect(nonces(outdatedBy(items, pin(false)))).toEqual(['3']);
  expect(nonces(outdatedBy(items, remove))).toEqual(['2', '3']);
  expect(outdatedBy(items, { ...remove, messageId: 'dinner' })).toEqual([]);
});

test('what is on its way is not taken back: the newer one comes after it', () => {
  expect(outdatedBy([change('1', edit('Tea'), 'sending')], edit('Coffee'))).toEqual([]);
  expect(nonces(outdatedBy([change('1', edit('Tea'), 'failed')], edit('Coffee')))).toEqual(['1']);
});
