import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { AcknowledgedMessage, Ledger } from './ledger.js';

interface StoredMessage {
  readonly id: string;
  readonly authorId: string;
  readonly roomId: string;
  readonly number: number;
  readonly nonce: string | null;
  readonly body: string | null;
}

/** What must not be there: what the log tells and what is stored are the same story. */
const CONTRADICTIONS = [
  [
    'messages without their event',
    `select id from message where not exists (select 1 from event where event.room_id = message.room_id
       and event.seq = message.seq and event.subject_id = message.id
       and event.type = iif(message.thread_id is null, 'MessageSent', 'ThreadMessageSent'))`,
  ],
  [
    'messages that were deleted otherwise than the log tells',
    `select id from message where (deleted_at is not null) !=
       (select count(*) from event where event.subject_id = message.id
         and event.type = iif(message.thread_id is null, 'MessageDeleted', 'ThreadMessageDeleted'))`,
  ],
  [
    'events of messages that are not there',
    `select position from event where (type like 'Message%' or type like 'ThreadMessage%' or type like 'Reaction%') and not exists
       (select 1 from message where message.id = event.subject_id and message.room_id = event.room_id)`,
  ],
  [
    'reactions that the log does not tell of',
    `select message_id from reaction join message on message.id = message_id where not exists (
       select 1 from event where event.room_id = message.room_id and event.seq = reaction.seq and event.type = 'ReactionAdded'
         and event.subject_id = message_id and event.actor_id = user_id and particulars ->> '$.emoji' = emoji)`,
  ],
  [
    'reactions that are there, or not, otherwise than the log tells',
    `select message.id, actor_id, emoji from (
       select subject_id, actor_id, particulars ->> '$.emoji' as emoji,
         sum(iif(type = 'ReactionAdded', 1, -1)) as used from event where type like 'Reaction%' group by 1, 2, 3
     ) as told join message on message.id = subject_id
     where (used = 1 and deleted_at is null) != exists (select 1 from reaction
       where message_id = message.id and user_id = actor_id and reaction.emoji = told.emoji) or used not in (0, 1)`,
  ],
  [
    'reactions with the same emoji that came to their message at several places',
    'select message_id, emoji from reaction group by 1, 2 having min(first_seq) != max(first_seq) or min(seq) < min(first_seq)',
  ],
  [
    'pins otherwise than the log tells',
    `select message.id from message left join (
       select subject_id, type, max(position) from event where type in ('MessagePinned', 'MessageUnpinned') group by 1
     ) as newest on newest.subject_id = message.id
     where (pinned_at is not null) != (deleted_at is null and newest.type is 'MessagePinned')`,
  ],
  [
    'messages that were pinned twice, or unpinned without being pinned',
    `select subject_id from event where type in ('MessagePinned', 'MessageUnpinned') group by 1
       having sum(iif(type = 'MessagePinned', 1, -1)) not in (0, 1)`,
  ],
  [
    'messages that are saved otherwise than the log tells, but for those that are gone with their room or with their account',
    `select * from (select user_id, message_id from saved_message
       union select person_id, subject_id from event where type = 'SavedMessagesChanged') as one
     where exists (select 1 from message where id = one.message_id) and
       one.user_id not in (select user_id from deleted_account) and
       exists (select 1 from saved_message where user_id = one.user_id and message_id = one.message_id) !=
       (select count(*) % 2 from event where room_id is null and person_id = one.user_id and subject_id = one.message_id
         and type = 'SavedMessagesChanged')`,
  ],
  [
    'marks beyond the end of a thread, or of somebody in another room',
    `select thread_id from thread_state join thread on thread.id = thread_id join membership on membership.id = membership_id
       where last_read_number not between 0 and last_number or membership.room_id != thread.room_id`,
  ],
  [
    'stays that the log does not tell of',
    `select id from membership, (select 'MemberJoined' as type union select 'MemberLeft') as side
       where iif(side.type = 'MemberLeft', left_position, joined_position) is not null and not exists (select 1 from event
         where event.position = iif(side.type = 'MemberLeft', left_position, joined_position)
           and event.type = side.type and event.room_id = membership.room_id and event.subject_id = membership.user_id)`,
  ],
  [
    'comings and goings that are no stay',
    `select position from event where type in ('MemberJoined', 'MemberLeft') and not exists (select 1 from membership
       where event.position = iif(event.type = 'MemberLeft', left_position, joined_position))`,
  ],
  [
    'rooms without one owner, and direct rooms with one',
    `select id from room where member_count > 0 and iif(kind = 'DIRECT', 0, 1) !=
       (select count(*) from membership where room_id = room.id and left_position is null and role = 'OWNER')`,
  ],
  [
    'direct rooms in which something was said without all those whom they are for, or with somebody else',
    `select room.id from room where kind = 'DIRECT' and (
       exists (select 1 from membership where room_id = room.id
         and user_id not in (select user_id from direct_user where room_id = room.id))
       or last_number > 0 and exists (select 1 from direct_user join user on user.id = user_id
         where room_id = room.id and user.ended_at is null and user_id not in (
           select user_id from membership where room_id = room.id and left_position is null)))`,
  ],
  [
    'people who came into a direct room after something was said there',
    `select membership.id from membership join room on room.id = room_id
       where room.kind = 'DIRECT' and joined_number != 0`,
  ],
  [
    'events that were committed in another order than they are numbered',
    `select one.id from event as one join event as next on next.room_id = one.room_id and next.seq = one.seq + 1
       where next.position < one.position`,
  ],
] as const;

/** What has places without gaps: whose they are, by which counter, and which ones they are. */
const NUMBERED = [
  ['room', 'last_seq', 'event', 'seq', 'event.room_id = room.id'],
  ['room', 'last_number', 'message', 'number', 'message.room_id = room.id and message.thread_id is null'],
  ['thread', 'last_number', 'message', 'number', 'message.thread_id = thread.id'],
] as const;

/** The server's database, read beside it. */
export function databaseIn(folder: string): DatabaseSync {
  return new DatabaseSync(join(folder, 'tertulia.db'), { readOnly: true });
}

/** Every acknowledged message is there exactly once as it was acknowledged; every other one has a nonce, by which whoever was not answered tries again. */
export function expectAcknowledgedOnce(database: DatabaseSync, { messages }: Ledger): void {
  const rows = database
    .prepare(
      `select id, author_id as authorId, room_id as roomId, number, nonce,
         case when deleted_at is null then body end as body from message`,
    )
    .all() as unknown as StoredMessage[];
  const stored = new Map(rows.map(({ id, ...rest }) => [id, { ...rest }]));
  const lost = [...messages].filter(([id]) => !stored.has(id));
  expect(lost, 'acknowledged and lost').toEqual([]);
  const changed = [...messages].filter(([id, message]) => !isAlike(message, stored.get(id)));
  expect(
    changed.map(([id, acknowledged]) => ({ acknowledged, stored: stored.get(id) })),
    'stored otherwise than acknowledged',
  ).toEqual([]);
  const said = Map.groupBy(rows, ({ authorId, nonce, id }) => `${authorId} ${nonce ?? id}`);
  expect(
    [...said.values()].filter(({ length }) => length > 1),
    'stored twice',
  ).toEqual([]);
  expect(
    rows.filter(({ id, nonce }) => nonce === null && !messages.has(id)),
    'stored, and nobody was told',
  ).toEqual([]);
}

/** Every acknowledged reaction and pin is there, none that was taken back is, and nobody has read less than was acknowledged. */
export function expectMarksKept(database: DatabaseSync, { marks, readings }: Ledger): void {
  const rows = database
    .prepare(
      `select 'reaction ' || message_id || ' ' || user_id || ' ' || emoji as mark from reaction
       union select 'pin ' || id from message where pinned_at is not null`,
    )
    .all();
  const stored = new Set(rows.map(({ mark }) => String(mark)));
  const otherwise = [...marks].filter(([mark, isSet]) => isSet !== undefined && stored.has(mark) !== isSet);
  expect(otherwise, 'reactions and pins that are otherwise than acknowledged').toEqual([]);
  const places = database
    .prepare(
      `select user_id || ' ' || membership.room_id as place, last_read_number as number from room_state
         join membership on membership.id = membership_id where left_position is null
       union select user_id || ' ' || thread_id, last_read_number from thread_state
         join membership on membership.id = membership_id where left_position is null`,
    )
    .all();
  const read = new Map(places.map(({ place, number }) => [String(place), Number(number)]));
  const forgotten = [...readings].filter(([place, number]) => (read.get(place) ?? 0) < number);
  expect(forgotten, 'read, and unread again').toEqual([]);
}

/** In each room events are numbered 1…n and messages 1…m, in each thread messages 1…m, and their own counters say the same. */
export function expectDense(database: DatabaseSync): void {
  for (const [owner, counter, table, column, isOwned] of NUMBERED) {
    const gaps = database
      .prepare(
        `select ${owner}.id, ${counter} as counter, count(${table}.id) as count, min(${column}) as first, max(${column}) as last
         from ${owner} left join ${table} on ${isOwned} group by ${owner}.id
         having count != counter or (count > 0 and (first != 1 or last != counter))`,
      )
      .all();
    expect(gaps, `${owner}s whose ${column} has gaps`).toEqual([]);
  }
}

/** The file itself is sound, and what its rows say of each other holds. */
export function expectSound(database: DatabaseSync): void {
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
  const miscounted = database
    .prepare(
      `select id from room where member_count !=
         (select count(*) from membership where room_id = room.id and left_position is null)`,
    )
    .all();
  expect(miscounted, 'rooms that miscount their members').toEqual([]);
  for (const [what, statement] of CONTRADICTIONS) expect(database.prepare(statement).all(), what).toEqual([]);
}

function isAlike({ body, ...rest }: AcknowledgedMessage, stored: Omit<StoredMessage, 'id'> | undefined): boolean {
  if (!stored || (body !== undefined && body !== stored.body)) return false;
  const { authorId, roomId, number, nonce } = stored;
  return isDeepStrictEqual(rest, { authorId, roomId, number, nonce });
}
