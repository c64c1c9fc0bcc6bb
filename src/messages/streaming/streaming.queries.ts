import { query } from '../../database/index.js';

/** The text of a message while it grows; once it is done, it stays as it is. */
export const SAVE_STREAMED_TEXT = query("update message set body = ? where id = ? and stream_state = 'STREAMING'");

/** Of some messages that grow those whose bots can go on: they are in the room, and nobody has disabled them. */
export const STREAMS_THAT_GO_ON = query(
  (sql) => `select message.id from message
  join "user" as author on author.id = message.author_id and author.disabled_at is null and author.ended_at is null
  join membership on membership.room_id = message.room_id and membership.user_id = author.id and membership.left_position is null
  where ${sql.anyOf('message.id')} and message.stream_state = 'STREAMING'`,
);

/** What grew when the server stopped. */
export const STREAMS_ON_DISK = query("select id from message where stream_state = 'STREAMING'");
