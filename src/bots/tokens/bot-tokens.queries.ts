import { entityQuery, query } from '../../database/index.js';
import { BotToken } from './bot-token.entity.js';

/** A token, and all that it depends on. Both the bot and its owner have to be there, and not disabled. */
export const HOLDER_OF_HASH = query(
  `select bot_token.id, bot.user_id as "userId", bot.owner_id as "ownerId", bot_token.scopes, bot_token.room_ids as "roomIds",
    bot_token.expires_at as "expiresAt", bot_token.last_used_at as "lastUsedAt",
    case when bot_token.revoked_at is null and account.ended_at is null and account.disabled_at is null
      and owner.ended_at is null and owner.disabled_at is null then 1 else 0 end as "isLive"
  from bot_token join bot on bot.id = bot_token.bot_id join "user" as account on account.id = bot.user_id
    join "user" as owner on owner.id = bot.owner_id where bot_token.hash = ?`,
);

/** The same for whoever was let in by it before. */
export const IS_LIVE = query(
  `select 1 from bot_token join bot on bot.id = bot_token.bot_id join "user" as account on account.id = bot.user_id
    join "user" as owner on owner.id = bot.owner_id
  where bot_token.id = ? and bot_token.revoked_at is null and (bot_token.expires_at is null or bot_token.expires_at > ?)
    and account.ended_at is null and account.disabled_at is null and owner.ended_at is null and owner.disabled_at is null`,
);

/** Where the address is not known, the last known one stays. */
export const NOTE_USE = query(
  `update bot_token set last_used_at = ?, last_used_from = coalesce(nullif(?, ''), last_used_from) where id = ?`,
);

export const TOKENS_OF_ACCOUNT = query(
  `select bot_token.id from bot_token join bot on bot.id = bot_token.bot_id
  where bot_token.revoked_at is null and (bot.user_id = ? or bot.owner_id = ?)`,
);

/** Those of some bots that were not revoked, the newest first. */
export const STANDING_TOKENS_OF_BOTS = entityQuery(
  BotToken,
  (sql) => `${sql.anyOf('bot_id')} and revoked_at is null order by created_at desc, id desc`,
);

export const STANDING_TOKENS_WITH_IDS = entityQuery(BotToken, (sql) => `${sql.anyOf('id')} and revoked_at is null`);

export const REVOKE_TOKENS_OF_BOT = query(
  'update bot_token set revoked_at = ? where bot_id = ? and revoked_at is null returning id',
);

export const BOT_OF_TOKEN = query('select bot_id as "botId" from bot_token where id = ?');

export const REMOVE_SOME_TOKENS_OF_ACCOUNT = query(
  `delete from bot_token where id in (select bot_token.id from bot_token join bot on bot.id = bot_token.bot_id
    where bot.user_id = ? or bot.owner_id = ? limit ?) returning id`,
);
