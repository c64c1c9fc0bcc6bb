import { entityQuery, query } from '../database/index.js';
import { Interaction } from './interaction.entity.js';

export const INTERACTIONS_WITH_IDS = entityQuery(Interaction, (sql) => sql.anyOf('id'));

/** Gives a row where the asker has used the nonce for nothing yet. */
export const CLAIM_INTERACTION = query(
  `insert into interaction (id, bot_user_id, user_id, room_id, nonce, fingerprint, text, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (user_id, nonce) do nothing returning id`,
);

export const INTERACTION_WITH_NONCE = query('select id, fingerprint from interaction where user_id = ? and nonce = ?');

/** Gives a row where the bot was asked this in the room, and not before some time. */
export const NOTE_ANSWERED = query(
  `update interaction set answered_at = coalesce(answered_at, ?)
  where id = ? and bot_user_id = ? and room_id = ? and created_at > ? returning id`,
);

/** Those that nobody may answer any more, with their rooms. */
export const SOME_OLD_INTERACTIONS = query(
  'select id, room_id as "roomId" from interaction where created_at <= ? order by created_at limit ?',
);

export const REMOVE_INTERACTIONS = query((sql) => `delete from interaction where ${sql.anyOf('id')} returning id`);

export const SOME_INTERACTIONS_OF_ROOM = query(
  'select id, room_id as "roomId" from interaction where room_id = ? limit ?',
);

/** What somebody asked, or was asked as a bot. */
export const SOME_INTERACTIONS_OF_ACCOUNT = query(
  'select id, room_id as "roomId" from interaction where user_id = ? or bot_user_id = ? limit ?',
);
