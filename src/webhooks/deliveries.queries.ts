import { entityQuery, query } from '../database/index.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/** Of a webhook that is still there. Behind an earlier one of its lane it waits without a time. */
export const ADD_DELIVERY = query(
  `insert into webhook_delivery (id, webhook_id, event_id, position, lane, state, attempts, next_attempt_at, created_at)
  select ?, webhook.id, ?, ?, ?, 'PENDING', 0, case when exists (
      select 1 from webhook_delivery as earlier where earlier.webhook_id = webhook.id and earlier.lane = ? and earlier.state = 'PENDING'
    ) then null else cast(? as bigint) end, ?
  from webhook where webhook.id = ? on conflict (webhook_id, event_id) do nothing`,
);

/** What is to be sent now and where, what has waited longest first; but not of these webhooks. */
export const SOME_DUE = query(
  (
    sql,
  ) => `select delivery.id, delivery.webhook_id as "webhookId", delivery.event_id as "eventId", delivery.position, delivery.lane,
    delivery.attempts, webhook.url
  from webhook_delivery as delivery join webhook on webhook.id = delivery.webhook_id and webhook.is_paused = false
    join bot on bot.id = webhook.bot_id join "user" as account on account.id = bot.user_id join "user" as owner on owner.id = bot.owner_id
  where delivery.state = 'PENDING' and delivery.next_attempt_at <= ? and not ${sql.anyOf('delivery.webhook_id')}
    and account.ended_at is null and account.disabled_at is null and owner.ended_at is null and owner.disabled_at is null
  order by delivery.next_attempt_at limit ?`,
);

export const NEXT_DUE = query(
  `select min(next_attempt_at) as "nextAt" from webhook_delivery where state = 'PENDING' and next_attempt_at > ?`,
);

/** Gives a row where there are as many as may be, or more. */
export const IS_FULL = query(
  `select 1 as "isFull" from webhook_delivery where webhook_id = ? and state = 'PENDING' limit 1 offset ?`,
);

export const COUNT_OF_PENDING = query(
  `select count(*) as total from (select 1 from webhook_delivery where webhook_id = ? and state = 'PENDING' limit ?) as pending`,
);

/** Gives a row where it was still to be sent. */
export const SETTLE = query(
  `update webhook_delivery set state = ?, attempts = ?, next_attempt_at = null, status_code = ?, error = ? where id = ? and state = 'PENDING' returning id`,
);

export const POSTPONE = query(
  `update webhook_delivery set attempts = ?, next_attempt_at = ?, status_code = ?, error = ? where id = ? and state = 'PENDING'`,
);

/** The one that waited for it. */
export const BEGIN_NEXT_OF_LANE = query(
  `update webhook_delivery set next_attempt_at = ? where next_attempt_at is null and id = (
    select id from webhook_delivery where webhook_id = ? and lane = ? and state = 'PENDING' order by position limit 1
  )`,
);

/** What waits for its next attempt need not wait any more. */
export const HURRY = query(
  `update webhook_delivery set next_attempt_at = ? where webhook_id = ? and state = 'PENDING' and next_attempt_at > ?`,
);

/** In a lane of its own. */
export const SEND_AGAIN = query(
  (sql) => `update webhook_delivery set state = 'PENDING', attempts = 0, next_attempt_at = ?, lane = id
  where webhook_id = ? and state = 'DEAD' and ${sql.anyOf('id')}`,
);

export const SEND_ALL_AGAIN = query(
  `update webhook_delivery set state = 'PENDING', attempts = 0, next_attempt_at = ?, lane = id where id in (
    select id from webhook_delivery where webhook_id = ? and state = 'DEAD' order by id desc limit ?
  )`,
);

export const DELIVERIES_WITH_IDS = entityQuery(WebhookDelivery, (sql) => sql.anyOf('id'));

/** Ids rise with the time at which they were made. */
export const PAGE_OF_DELIVERIES = entityQuery(WebhookDelivery, 'webhook_id = ? and id < ? order by id desc limit ?');

export const PAGE_IN_STATE = entityQuery(
  WebhookDelivery,
  'webhook_id = ? and state = ? and id < ? order by id desc limit ?',
);

/** Of webhooks that are gone. */
export const REMOVE_SOME_OF_NO_WEBHOOK = query(
  `delete from webhook_delivery where id in (
    select id from webhook_delivery where webhook_id not in (select webhook.id from webhook) limit ?
  ) returning id`,
);

export const REMOVE_SOME_OLD_DELIVERIES = query(
  `delete from webhook_delivery where id in (
    select id from webhook_delivery where created_at < ? and state <> 'PENDING' limit ?
  ) returning id`,
);
