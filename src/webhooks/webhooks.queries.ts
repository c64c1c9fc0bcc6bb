import { entityQuery, query } from '../database/index.js';
import { Webhook } from './webhook.entity.js';

/** What a webhook depends on: both its bot and the bot's owner have to be there, and not disabled. */
const IS_LIVE = `exists (select 1 from bot join "user" as account on account.id = bot.user_id join "user" as owner on owner.id = bot.owner_id
  where bot.id = webhook.bot_id and account.ended_at is null and account.disabled_at is null
    and owner.ended_at is null and owner.disabled_at is null)`;

export const WEBHOOKS_WITH_IDS = entityQuery(Webhook, (sql) => sql.anyOf('id'));

export const WEBHOOKS_OF_BOTS = entityQuery(Webhook, (sql) => `${sql.anyOf('bot_id')} order by id desc`);

export const RUNNING_WEBHOOKS = entityQuery(Webhook, 'is_paused = false order by id');

/** Those whose filter, as text, is like this. Ids rise with the time at which they were made. */
export const PAGE_OF_WEBHOOKS = entityQuery(Webhook, 'cast(filter as text) like ? and id < ? order by id desc limit ?');

export const PAGE_OF_OWN_WEBHOOKS = entityQuery(
  Webhook,
  `bot_id in (select bot.id from bot where bot.owner_id = ?) and cast(filter as text) like ? and id < ?
  order by id desc limit ?`,
);

/** Whose a webhook is. */
export const BOT_OF_WEBHOOK = query('select bot_id as "botId" from webhook where id = ?');

export const LIVE_WEBHOOK = entityQuery(Webhook, `id = ? and is_paused = false and ${IS_LIVE}`);

export const COUNT_OF_WEBHOOKS = query('select count(*) as total from webhook where bot_id = ?');

/** Never back. */
export const MOVE_WEBHOOK = query('update webhook set position = ? where id = ? and position < ?');

export const NOTE_FAILURE = query('update webhook set failing_since = ? where id = ? and failing_since is null');

export const NOTE_SUCCESS = query('update webhook set failing_since = null where id = ? and failing_since is not null');

/** Where the receiver says that it wants nothing more. */
export const PAUSE_WEBHOOK = query('update webhook set is_paused = true where id = ? returning id');

export const REMOVE_WEBHOOK = query('delete from webhook where id = ?');

export const SOME_WEBHOOKS_OF_ACCOUNT = query(
  `select webhook.id from webhook join bot on bot.id = webhook.bot_id where bot.user_id = ? or bot.owner_id = ? limit ?`,
);

export const IDS_OF_WEBHOOKS = query('select id from webhook where bot_id = ?');

/** Nobody can enable a bot again. */
export const SOME_WEBHOOKS_OF_DISABLED_BOTS = query(
  `select webhook.id from webhook join bot on bot.id = webhook.bot_id join "user" as account on account.id = bot.user_id
  where account.disabled_at is not null or account.ended_at is not null limit ?`,
);
