import { oncePer, query } from '../database/index.js';

const STAY_AND_STATE = `join room on room.id = membership.room_id
    left join room_state on room_state.membership_id = membership.id`;

const LAST_READ = 'coalesce(room_state.last_read_number, membership.joined_number)';

/** Whether somebody's state is not to count what an author wrote. */
const isBlocked = (authorId: string): string =>
  `exists (select 1 from user_block as block where block.blocker_id = state.user_id and block.blocked_id = ${authorId})`;

/**
 * What rooms are to people who are in them. Numbers have no gaps, so what is unread is a difference, less what is one's own, what
 * somebody wrote whom they block, and what others wrote and is deleted: stretches of indexes, and never the messages themselves. Mentions are rows, of which a deleted message has
 * none: one stretch of those of the person, and one of those of everybody in the room. Of threads those count that somebody follows, each in the same way.
 */
export const statesOf = oncePer((places: number) =>
  query(
    (sql) => `with asked (room_id, user_id) as (${sql.typedRows(places, ['uuid', 'uuid'])}),
  state as (
    select membership.id as membership_id, membership.room_id, membership.user_id, room.kind, room.last_number, room.last_seq, ${LAST_READ} as last_read,
      room_state.notify, room_state.is_muted, room_state.muted_until, room_state.is_favourite,
      room_state.closed_seq
    from asked join membership on membership.room_id = asked.room_id and membership.user_id = asked.user_id
      and membership.left_position is null
    ${STAY_AND_STATE}
  )
  select room_id as "roomId", user_id as "userId", last_read as "lastReadNumber", last_seq as "asOfSeq",
    last_number - last_read - (
      select count(*) from message
      where message.room_id = state.room_id and message.thread_id is null and message.author_id = state.user_id
        and message.number > state.last_read
    ) - (
      select count(*) from user_block as block cross join message
      where block.blocker_id = state.user_id and message.room_id = state.room_id and message.thread_id is null
        and message.author_id = block.blocked_id and message.number > state.last_read
    ) - (
      select count(*) from message
      where message.room_id = state.room_id and message.thread_id is null and message.number > state.last_read
        and message.deleted_at is not null and message.author_id <> state.user_id
        and not ${isBlocked('message.author_id')}
    ) as "unreadCount",
    (
      select count(*) from message_mention as mention
      where mention.user_id = state.user_id and mention.room_id = state.room_id and mention.number > state.last_read
        and mention.thread_id is null and mention.author_id <> state.user_id and not ${isBlocked('mention.author_id')}
    ) + (
      select count(*) from room_mention
      where room_mention.room_id = state.room_id and room_mention.number > state.last_read
        and room_mention.author_id <> state.user_id and not ${isBlocked('room_mention.author_id')} and not exists (
          select 1 from message_mention where message_id = room_mention.message_id and user_id = state.user_id
        )
    ) as "unreadMentionCount",
    (
      select count(*) from thread_state join thread on thread.id = thread_state.thread_id
      where thread_state.membership_id = state.membership_id and thread_state.follows
        and thread.last_number > thread_state.last_read_number
        and thread.last_number - thread_state.last_read_number > (
          select count(*) from message
          where message.thread_id = thread.id and message.number > thread_state.last_read_number
            and message.author_id = state.user_id
        ) + (
          select count(*) from user_block as block cross join message
          where block.blocker_id = state.user_id and message.thread_id = thread.id
            and message.author_id = block.blocked_id and message.number > thread_state.last_read_number
        ) + (
          select count(*) from message
          where message.thread_id = thread.id and message.number > thread_state.last_read_number
            and message.deleted_at is not null and message.author_id <> state.user_id
            and not ${isBlocked('message.author_id')}
        )
    ) as "unreadThreadCount",
    (
      select count(*) from thread_state cross join message_mention as mention
      where thread_state.membership_id = state.membership_id and thread_state.follows
        and mention.user_id = state.user_id and mention.thread_id = thread_state.thread_id
        and mention.number > thread_state.last_read_number and mention.author_id <> state.user_id
        and not ${isBlocked('mention.author_id')}
    ) as "unreadThreadMentionCount",
    closed_seq is not null and not exists (
      select 1 from event
      where event.room_id = state.room_id and event.seq > state.closed_seq
        and event.type in ('MessageSent', 'ThreadMessageSent') and not ${isBlocked('event.actor_id')}
    ) as "isClosed",
    kind, notify, is_muted as "isMuted", muted_until as "mutedUntil", is_favourite as "isFavourite"
  from state`,
  ),
);

/** Where somebody stands in a room that they are in. */
export const READER_PLACE = query(
  `select membership.id as "membershipId", room.last_number as "lastNumber", ${LAST_READ} as "lastReadNumber"
  from membership ${STAY_AND_STATE}
  where membership.room_id = ? and membership.user_id = ? and membership.left_position is null`,
);

export const SAVE_MARK = query(
  `insert into room_state (membership_id, last_read_number) values (?, ?)
  on conflict (membership_id) do update set last_read_number = excluded.last_read_number`,
);

export const REMOVE_STATES_OF_ENDED_STAYS = query(
  `delete from room_state where membership_id in (
    select id from membership where user_id = ? and room_id = ? and left_position is not null
  )`,
);

export const REMOVE_STATES_OF_STAYS = query((sql) => `delete from room_state where ${sql.anyOf('membership_id')}`);
