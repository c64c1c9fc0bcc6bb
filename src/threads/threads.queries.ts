import { oncePer, type Query, query } from '../database/index.js';

/** The room's lock keeps the number: of a message that was given it, this is the thread's newest. */
export const ADVANCE_THREAD = query(
  `insert into thread (id, room_id, last_number, last_message_at) values (?, ?, 1, ?)
  on conflict (id) do update set last_number = thread.last_number + 1, last_message_at = excluded.last_message_at
  returning last_number as number`,
);

/**
 * Makes those of some people who are in the room follow a thread, with what was said up to a number taken as read by whoever had no mark there. Who has said that
 * they do not want to follow it stays with that.
 */
export const FOLLOW_THREAD = query(
  (sql) => `insert into thread_state (membership_id, thread_id, follows, last_read_number)
  select membership.id, ?, true, ? from membership
  where membership.room_id = ? and membership.left_position is null and ${sql.anyOf('membership.user_id')}
  on conflict (membership_id, thread_id) do update set follows = true where thread_state.follows is null`,
);

/**
 * The same for those whom a message names, also where they have said that they do not want to follow it: somebody asks for them. Says who of them did not follow it before;
 * what was said up to a number is read to them.
 */
export const FOLLOW_THREAD_AS_NAMED = query(
  (sql) => `insert into thread_state (membership_id, thread_id, follows, last_read_number)
  select membership.id, ?, true, ? from membership
  where membership.room_id = ? and membership.left_position is null and ${sql.anyOf('membership.user_id')}
  on conflict (membership_id, thread_id) do update set follows = true,
    last_read_number = ${sql.greatest('thread_state.last_read_number', 'excluded.last_read_number')}
  where thread_state.follows is not true
  returning (select user_id from membership where membership.id = thread_state.membership_id) as "userId"`,
);

/** Of some people those who follow a thread, and have not read it up to a number. */
export const WHO_HAS_UNREAD_IN_THREAD = query(
  (sql) => `select membership.user_id as "userId" from membership
  join thread_state on thread_state.membership_id = membership.id and thread_state.thread_id = ?
  where membership.room_id = ? and ${sql.anyOf('membership.user_id')} and membership.left_position is null
    and thread_state.follows and thread_state.last_read_number < ?`,
);

/** Deleted messages keep their numbers, so that how many there are is a difference. */
export const THREADS_WITH_IDS = query(
  (sql) => `select id, room_id as "roomId", last_number as "lastNumber", last_message_at as "lastMessageAt",
    last_number - (
      select count(*) from message where message.thread_id = thread.id and message.deleted_at is not null
    ) as "messageCount"
  from thread where ${sql.anyOf('id')}`,
);

/** Of each of the threads those who wrote last: the index alone is read. */
export const PARTICIPANTS_OF = query(
  (sql) => `select "threadId", "userId" from (
    select thread_id as "threadId", author_id as "userId",
      row_number() over (partition by thread_id order by max(number) desc) as place
    from message where ${sql.anyOf('thread_id')} and deleted_at is null group by thread_id, author_id
  ) as one where place <= ? order by place`,
);

const STATE_OF_STAY = `left join thread_state
      on thread_state.membership_id = membership.id and thread_state.thread_id = thread.id`;

/** Whether somebody's state is not to count what an author wrote. */
const isBlocked = (authorId: string, readerId = 'state.user_id'): string =>
  `exists (select 1 from user_block as block where block.blocker_id = ${readerId} and block.blocked_id = ${authorId})`;

/** What threads are to people who are in their rooms. Nothing of a thread that somebody does not follow counts as unread. */
export const threadStatesOf = oncePer((places: number) =>
  query(
    (sql) => `with asked (thread_id, user_id) as (${sql.typedRows(places, ['uuid', 'uuid'])}),
  state as (
    select thread.id as thread_id, membership.user_id, thread.last_number, room.last_seq,
      coalesce(thread_state.follows, false) as follows, coalesce(thread_state.last_read_number, 0) as last_read
    from asked join thread on thread.id = asked.thread_id join room on room.id = thread.room_id
    join membership on membership.room_id = thread.room_id and membership.user_id = asked.user_id
      and membership.left_position is null
    ${STATE_OF_STAY}
  )
  select thread_id as "threadId", user_id as "userId", follows, last_read as "lastReadNumber", last_seq as "asOfSeq",
    case when follows then last_number - last_read - (
      select count(*) from message
      where message.thread_id = state.thread_id and message.author_id = state.user_id
        and message.number > state.last_read
    ) - (
      select count(*) from user_block as block cross join message
      where block.blocker_id = state.user_id and message.thread_id = state.thread_id
        and message.author_id = block.blocked_id and message.number > state.last_read
    ) - (
      select count(*) from message
      where message.thread_id = state.thread_id and message.number > state.last_read
        and message.deleted_at is not null and message.author_id <> state.user_id
        and not ${isBlocked('message.author_id')}
    ) else 0 end as "unreadCount",
    case when follows then (
      select count(*) from message_mention as mention
      where mention.user_id = state.user_id and mention.thread_id = state.thread_id and mention.number > state.last_read
        and mention.author_id <> state.user_id and not ${isBlocked('mention.author_id')}
    ) else 0 end as "unreadMentionCount"
  from state`,
  ),
);

/** Where somebody who is in the room stands in one of its threads. */
export const THREAD_PLACE = query(
  `select membership.id as "membershipId", thread.room_id as "roomId", thread.last_number as "lastNumber", thread_state.follows,
    thread_state.last_read_number as "markedNumber"
  from thread join membership on membership.room_id = thread.room_id and membership.left_position is null
  ${STATE_OF_STAY}
  where thread.id = ? and membership.user_id = ?`,
);

export const SAVE_THREAD_MARK = query(
  `insert into thread_state (membership_id, thread_id, follows, last_read_number) values (?, ?, null, ?)
  on conflict (membership_id, thread_id) do update set last_read_number = excluded.last_read_number`,
);

/** The mark is what it is to begin with, where there is none yet. */
export const SAVE_FOLLOWING = query(
  `insert into thread_state (membership_id, thread_id, follows, last_read_number) values (?, ?, ? = 1, ?)
  on conflict (membership_id, thread_id) do update set follows = excluded.follows`,
);

export const REMOVE_THREAD_STATES_OF_ENDED_STAYS = query(
  `delete from thread_state where membership_id in (
    select id from membership where user_id = ? and room_id = ? and left_position is not null
  )`,
);

export const REMOVE_THREAD_STATES_OF_STAYS = query(
  (sql) => `delete from thread_state where ${sql.anyOf('membership_id')}`,
);

/** Of a room that was deleted: the first of its threads, where nothing stands in them any more. Gives a row for each. */
export const REMOVE_EMPTY_THREADS = query(
  `delete from thread where id in (select id from thread where room_id = ? order by id limit ?)
    and not exists (select 1 from message where message.thread_id = thread.id) returning id`,
);

/** The threads that somebody follows in the rooms that they are in, where something was said last first, from a place on. */
export const FOLLOWED_THREADS = followedThreads('');

export const UNREAD_FOLLOWED_THREADS = followedThreads(`and exists (
    select 1 from message where message.thread_id = thread.id and message.number > thread_state.last_read_number
      and message.author_id <> membership.user_id and message.deleted_at is null
      and not ${isBlocked('message.author_id', 'membership.user_id')}
  )`);

function followedThreads(andSuch: string): Query {
  return query(
    `select thread.id from membership join thread_state on thread_state.membership_id = membership.id and thread_state.follows
  join thread on thread.id = thread_state.thread_id
  where membership.user_id = ? and membership.left_position is null
    and (thread.last_message_at, thread.id) < (?, ?) ${andSuch}
  order by thread.last_message_at desc, thread.id desc limit ?`,
  );
}
