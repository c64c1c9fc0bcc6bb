import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { type Query, query, sqlite } from '#server/database/dialect/index.js';
import { FILES_BEFORE } from '#server/administration/storage/storage.queries.js';
import { LARGEST_ROOMS, serverRoomsFound } from '#server/administration/rooms/server-rooms.queries.js';
import { ACTIVITY } from '#server/mentions/mentions.queries.js';
import { CLOSE_READ, WHO_MAY_BE_CALLED } from '#server/notifications/calls/calls.queries.js';
import { SOME_WAITING } from '#server/notifications/push/push.queries.js';
import { EVENTS_SEEN_BY } from '#server/rooms/members/members.queries.js';
import { statesOf } from '#server/reading/reading.queries.js';
import { threadStatesOf } from '#server/threads/threads.queries.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

it.each([
  ['of rooms', statesOf(2), 2 + 1],
  ['of threads', threadStatesOf(2), 1],
])('mentions are counted in their indexes alone, from the mark on: badges %s', (_, asked, counts) => {
  const mentions = planOf(asked).filter((step) => /^SEARCH (message_)?mention /.test(step));
  expect(mentions).toHaveLength(counts);
  for (const step of mentions)
    expect(step).toMatch(/USING COVERING INDEX .*(number>\?|message_id=\? AND user_id=\?)\)/);
});

it('what is deleted, one’s own, or of people whom one blocks is counted in indexes alone, too', () => {
  const messages = [statesOf(2), threadStatesOf(2)].flatMap(planOf).filter((step) => step.includes(' message '));
  expect(messages).toHaveLength(9);
  for (const step of messages) expect(step).toMatch(/^SEARCH message USING COVERING INDEX .*number>\?\)/);
});

it('activity goes through no table: of each thread that somebody follows the newest message, of some of them a page', () => {
  const plan = planOf(ACTIVITY);
  expect(plan.filter((step) => /^SCAN (message|membership|thread|room)/.test(step))).toEqual([]);
  const inThreads = plan.filter((step) => step.includes('message_thread_id_index'));
  expect(inThreads.length).toBeGreaterThanOrEqual(3);
  for (const step of inThreads) expect(step).toMatch(/COVERING INDEX \w+ \(thread_id=\? AND id/);
});

it.each([
  ['the largest rooms', LARGEST_ROOMS],
  ['a page of all rooms', serverRoomsFound(1, true)],
  ['files of a certain age', FILES_BEFORE],
])('how many bytes there are is asked of an index alone, and no file is looked at: %s', (_, asked) => {
  const files = planOf(asked).filter((step) => /^(SCAN|SEARCH) file\b/.test(step));
  expect(files.length).toBeGreaterThan(0);
  for (const step of files)
    expect(step).toContain('USING COVERING INDEX file_room_id_created_at_size_thumbnail_size_index');
});

it('whom a message calls is found in indexes alone: of a room of ten thousand nobody is looked at whom it does not concern', () => {
  const plan = planOf(WHO_MAY_BE_CALLED);
  expect(plan.filter((step) => /^SCAN (?!one\b|json_each\b)/.test(step))).toEqual([]);
  for (const index of [
    'room_state_all_index',
    'thread_state_followed_index',
    'notification_keyword_piece_user_id_index',
  ])
    expect(
      plan.filter((step) => step.includes(index)),
      index,
    ).toHaveLength(1);
  // Everybody in the room is gone through where it is a direct one, and where it is named.
  const members = plan.filter((step) => /^SEARCH membership .*\(room_id=\?\)$/.test(step));
  expect(members).toHaveLength(2);
});

it.each([
  ['what is to be sent', SOME_WAITING, 'push_delivery_waiting_index'],
  ['what somebody has read of', CLOSE_READ, 'notification_open_index'],
])('%s is found by an index of that alone', (_, asked, index) => {
  const plan = planOf(asked);
  expect(plan.filter((step) => step.includes(index))).toHaveLength(1);
  expect(plan.filter((step) => /^SCAN (?!delivery\b)/.test(step))).toEqual([]);
});

it('how far a consumer is behind is counted by what lies within each of its rooms: the log is not gone through', () => {
  const plan = planOf(query((sql) => `select * from event where ${EVENTS_SEEN_BY.textIn(sql)}`));
  expect(plan.filter((step) => step.startsWith('SCAN event'))).toEqual([]);
  expect(plan.filter((step) => /^SEARCH event USING .*position>\? AND position<\?\)/.test(step))).toHaveLength(3);
});

/** How SQLite goes about it, step by step. */
function planOf(asked: Query): string[] {
  using database = new DatabaseSync(join(server.folder, 'data', 'tertulia.db'), { readOnly: true });
  const steps = database.prepare(`explain query plan ${asked.textIn(sqlite)}`).all();
  return steps.map(({ detail }) => String(detail));
}
