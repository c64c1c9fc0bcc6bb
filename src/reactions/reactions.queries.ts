import { query } from '../database/index.js';

/** How people reacted to some messages: each emoji once, in the order in which it came to its message. */
export const REACTIONS_TO = query(
  (sql) => `select message_id as "messageId", emoji, count(*) as count from reaction
  where ${sql.anyOf('message_id')} group by message_id, emoji order by min(first_seq)`,
);

/** More than was asked for: what each of the people used on each of the messages. */
export const EMOJI_USED = query(
  (sql) => `select message_id as "messageId", user_id as "userId", emoji from reaction
  where ${sql.anyOf('message_id')} and ${sql.anyOf('user_id')} order by first_seq`,
);

/** Of each emoji on each of the messages so many people, those who were first, from a place on. */
export const PEOPLE_WHO_REACTED = query(
  (sql) => `select "messageId", emoji, "userId", seq from (
    select message_id as "messageId", emoji, user_id as "userId", seq,
      row_number() over (partition by message_id, emoji order by seq) as place
    from reaction where ${sql.anyOf('message_id')} and seq > ?
  ) as one where place <= ? order by seq`,
);

export const EMOJI_ON_MESSAGE = query('select distinct emoji from reaction where message_id = ?');

/** Gives a row where the person had not used it yet. It stands at the room's next place, which the room's lock keeps for it. */
export const CLAIM_REACTION = query(
  `insert into reaction (message_id, user_id, emoji, seq, first_seq)
  select message.id, ?, ?, room.last_seq + 1, coalesce(
    (select min(first_seq) from reaction where message_id = message.id and emoji = ?), room.last_seq + 1
  ) from message join room on room.id = message.room_id where message.id = ?
  on conflict (message_id, user_id, emoji) do nothing returning seq`,
);

/** Gives a row where there was one. */
export const TAKE_REACTION_BACK = query(
  'delete from reaction where message_id = ? and user_id = ? and emoji = ? returning seq',
);

export const REMOVE_REACTIONS = query('delete from reaction where message_id = ?');

export const REMOVE_REACTIONS_TO = query((sql) => `delete from reaction where ${sql.anyOf('message_id')}`);
