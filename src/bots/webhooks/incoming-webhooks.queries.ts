import { entityQuery, query } from '../../database/index.js';
import { IncomingWebhook } from './incoming-webhook.entity.js';

/** An address, and all that it depends on: both the bot and its owner have to be there, and not disabled. */
export const WEBHOOK_OF_HASH = query(
  `select incoming_webhook.id, incoming_webhook.room_id as "roomId", incoming_webhook.last_used_at as "lastUsedAt",
    bot.user_id as "userId", bot.owner_id as "ownerId"
  from incoming_webhook join bot on bot.id = incoming_webhook.bot_id join "user" as account on account.id = bot.user_id
    join "user" as owner on owner.id = bot.owner_id
  where incoming_webhook.hash = ? and account.ended_at is null and account.disabled_at is null
    and owner.ended_at is null and owner.disabled_at is null`,
);

export const NOTE_WEBHOOK_USE = query('update incoming_webhook set last_used_at = ? where id = ?');

export const WEBHOOKS_WITH_IDS = entityQuery(IncomingWebhook, (sql) => sql.anyOf('id'));

/** The newest first. */
export const WEBHOOKS_OF_BOTS = entityQuery(
  IncomingWebhook,
  (sql) => `${sql.anyOf('bot_id')} order by created_at desc, id desc`,
);

export const COUNT_OF_WEBHOOKS_IN_ROOM = query('select count(*) as total from incoming_webhook where room_id = ?');

export const PLACE_OF_WEBHOOK = query(
  'select bot_id as "botId", room_id as "roomId" from incoming_webhook where id = ?',
);

export const REMOVE_WEBHOOK = query('delete from incoming_webhook where id = ?');

export const REMOVE_WEBHOOKS_OF_ROOM = query('delete from incoming_webhook where room_id = ?');

export const REMOVE_WEBHOOKS_OF_BOT = query('delete from incoming_webhook where bot_id = ?');

export const REMOVE_SOME_WEBHOOKS_OF_ACCOUNT = query(
  `delete from incoming_webhook where id in (select incoming_webhook.id from incoming_webhook join bot on bot.id = incoming_webhook.bot_id
    where bot.user_id = ? or bot.owner_id = ? limit ?) returning id`,
);
