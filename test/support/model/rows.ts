import type { DatabaseSync } from 'node:sqlite';
import { NAMES } from './action.js';
import type { ChatModel } from './chat-model.js';
import type { Ids } from './sight.js';

/** What is kept about the messages of some rooms, as lines in an order of their own. */
export interface Rows {
  readonly reactions: readonly string[];
  readonly pins: readonly string[];
  readonly saved: readonly string[];
  readonly threadMarks: readonly string[];
}

/** In the database itself. */
export function storedRows(database: DatabaseSync, roomIds: readonly string[]): Rows {
  const lines = (statement: string): string[] =>
    database
      .prepare(statement.replace('ROOMS', roomIds.map(() => '?').join(', ')))
      .all(...roomIds)
      .map(({ line }) => String(line))
      .toSorted();
  return {
    reactions: lines(
      `select reaction.message_id || ' ' || reaction.emoji || ' ' || reaction.user_id as line from reaction
         join message on message.id = reaction.message_id where message.room_id in (ROOMS)`,
    ),
    pins: lines('select id as line from message where pinned_at is not null and room_id in (ROOMS)'),
    saved: lines(
      `select saved_message.user_id || ' ' || saved_message.message_id as line from saved_message
         join message on message.id = saved_message.message_id where message.room_id in (ROOMS)`,
    ),
    threadMarks: lines(
      `select membership.user_id || ' ' || thread_id || ' ' || coalesce(follows, 0) || ' ' || last_read_number as line
         from thread_state join membership on membership.id = membership_id
         where membership.left_position is null and membership.room_id in (ROOMS)`,
    ),
  };
}

/** By what the model says. */
export function expectedRows(model: ChatModel, ids: Ids): Rows {
  const rooms = Object.values(model.rooms);
  const threads = rooms.flatMap((room) => [...room.threads].map(([number, thread]) => ({ room, number, thread })));
  const messages = [...rooms.flatMap((room) => room.messages), ...threads.flatMap(({ thread }) => thread.messages)];
  return {
    reactions: messages
      .flatMap((message) =>
        [...message.reactions].flatMap(([emoji, people]) =>
          people.map((who) => `${ids.message(message)} ${emoji} ${ids.person(who)}`),
        ),
      )
      .toSorted(),
    pins: rooms.flatMap(({ pins }) => pins.map((message) => ids.message(message))).toSorted(),
    saved: NAMES.flatMap((who) =>
      model.keptBy(who).map((message) => `${ids.person(who)} ${ids.message(message)}`),
    ).toSorted(),
    threadMarks: threads
      .flatMap(({ room, number, thread }) =>
        [...thread.places].flatMap(([who, { follows, read }]) => {
          const root = room.messages[number - 1];
          return root ? [`${ids.person(who)} ${ids.message(root)} ${follows ? '1' : '0'} ${String(read)}`] : [];
        }),
      )
      .toSorted(),
  };
}
