import { query } from '../database/index.js';

/** Gives a row where they were not blocked yet. */
export const CLAIM_BLOCK = query(
  `insert into user_block (blocker_id, blocked_id, created_at) values (?, ?, ?)
  on conflict (blocker_id, blocked_id) do nothing returning blocked_id as "userId"`,
);

/** Gives a row where they were blocked. */
export const LIFT_BLOCK = query(
  'delete from user_block where blocker_id = ? and blocked_id = ? returning blocked_id as "userId"',
);

export const COUNT_OF_BLOCKED = query('select count(*) as total from user_block where blocker_id = ?');

/** Whom somebody blocks, the newest block first, from a place on. */
export const BLOCKED_BY = query(
  `select blocked_id as "userId", created_at as "blockedAt" from user_block
  where blocker_id = ? and (created_at, blocked_id) < (?, ?) order by created_at desc, blocked_id desc limit ?`,
);

/** More than was asked for: whom of these each of the people blocks. */
export const BLOCKS_AMONG = query(
  (sql) => `select blocker_id as "blockerId", blocked_id as "blockedId" from user_block
  where ${sql.anyOf('blocker_id')} and ${sql.anyOf('blocked_id')}`,
);

/** Who of some people blocks somebody. */
export const WHO_BLOCKS = query(
  (sql) =>
    `select blocker_id as "blockerId" from user_block where blocked_id = ? and ${sql.anyOf('blocker_id')} limit 1`,
);

/**
 * The rooms in which it makes a difference to somebody whether another one is blocked: who has said something there that is unread, or what has taken a direct
 * room back into the list.
 */
export const ROOMS_THAT_DIFFER = query(
  `select membership.room_id as "roomId" from membership
  left join room_state on room_state.membership_id = membership.id
  where membership.user_id = ? and membership.left_position is null and (
    exists (
      select 1 from message where message.room_id = membership.room_id and message.thread_id is null
        and message.author_id = ? and message.number > coalesce(room_state.last_read_number, membership.joined_number)
    ) or exists (
      select 1 from direct_user where direct_user.room_id = membership.room_id and direct_user.user_id = ?
        and room_state.closed_seq is not null
    )
  ) order by membership.room_id`,
);

/** The same of the threads that they follow. */
export const THREADS_THAT_DIFFER = query(
  `select thread.id as "threadId", thread.room_id as "roomId" from membership
  join thread_state on thread_state.membership_id = membership.id and thread_state.follows
  join thread on thread.id = thread_state.thread_id
  where membership.user_id = ? and membership.left_position is null and exists (
    select 1 from message where message.thread_id = thread.id and message.author_id = ?
      and message.number > thread_state.last_read_number
  ) order by thread.id`,
);

/** Some of what somebody has blocked; a row for each. */
export const REMOVE_SOME_BLOCKS_BY = query(
  `delete from user_block where blocker_id = ? and blocked_id in (
    select blocked_id from user_block where blocker_id = ? limit ?
  ) returning blocked_id as "userId"`,
);
