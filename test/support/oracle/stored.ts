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
       and event.seq = message.seq and event.subject_id = message.id and event.type = 'MessageSent')`,
  ],
  [
    'messages that were deleted otherwise than the log tells',
    `select id from message where (deleted_at is not null) !=
       (select count(*) from event where event.subject_id = message.id and event.type = 'MessageDeleted')`,
  ],
  [
    'events of messages that are not there',
    `select position from event where type like 'Message%' and not exists
       (select 1 from message where message.id = event.subject_id and message.room_id = event.room_id)`,
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
    'rooms without one owner',
    `select id from room where member_count > 0 and 1 !=
       (select count(*) from membership where room_id = room.id and left_position is null and role = 'OWNER')`,
  ],
  [
    'events that were committed in another order than they are numbered',
    `select one.id from event as one join event as next on next.room_id = one.room_id and next.seq = one.seq + 1
       where next.position < one.position`,
  ],
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

/** In each room events are numbered 1…n and messages 1…m, and the room's own counters say the same. */
export function expectDense(database: DatabaseSync): void {
  for (const [table, column, counter] of [
    ['event', 'seq', 'last_seq'],
    ['message', 'number', 'last_number'],
  ] as const) {
    const gaps = database
      .prepare(
        `select room.id, ${counter} as counter, count(${table}.id) as count, min(${column}) as first, max(${column}) as last
         from room left join ${table} on ${table}.room_id = room.id group by room.id
         having count != counter or (count > 0 and (first != 1 or last != counter))`,
      )
      .all();
    expect(gaps, `rooms whose ${column} has gaps`).toEqual([]);
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
