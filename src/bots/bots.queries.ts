import { entityQuery, query } from '../database/index.js';
import { Bot } from './bot.entity.js';

/** The account of a bot, and whose it is. */
export const ACCOUNTS_OF_BOT = query('select user_id as "userId", owner_id as "ownerId" from bot where id = ?');

export const BOTS_WITH_IDS = entityQuery(Bot, (sql) => sql.anyOf('id'));

export const BOTS_OF_ACCOUNTS = entityQuery(Bot, (sql) => sql.anyOf('user_id'));

/** Ids rise with the time at which they were made. */
export const BOTS_OF_OWNER = entityQuery(Bot, 'owner_id = ? and id < ? order by id desc limit ?');

export const ALL_BOTS = entityQuery(Bot, 'id < ? order by id desc limit ?');

export const COUNT_OF_STANDING_BOTS = query(
  `select count(*) as total from bot join "user" on "user".id = bot.user_id
  where bot.owner_id = ? and "user".disabled_at is null and "user".ended_at is null`,
);

/** Those of an account that can still do something. */
export const STANDING_BOTS_OF_OWNER = query(
  `select bot.user_id as "userId" from bot join "user" on "user".id = bot.user_id
  where bot.owner_id = ? and "user".disabled_at is null and "user".ended_at is null order by bot.id limit ?`,
);
