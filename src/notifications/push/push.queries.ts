import { query } from '../../database/index.js';

export const PUSH_KEY = query(
  'select public_key as "publicKey", private_key as "privateKey" from push_key where id = 1',
);

export const ADD_PUSH_KEY = query(
  'insert into push_key (id, public_key, private_key) values (1, ?, ?) on conflict (id) do nothing',
);

export const IS_ANY_SUBSCRIPTION = query('select 1 as "isAny" from push_subscription limit 1');

export const SUBSCRIPTIONS_OF = query(
  `select id, session_id as "sessionId", device_name as "deviceName", created_at as "createdAt", last_delivery_at as "lastDeliveryAt"
  from push_subscription where user_id = ?
    and exists (select 1 from session where session.id = push_subscription.session_id and session.ended_at is null)
  order by created_at desc, id desc limit ?`,
);

/** Whose an endpoint is. */
export const OWNER_OF_ENDPOINT = query('select id, user_id as "userId" from push_subscription where endpoint = ?');

export const COUNT_OF_SUBSCRIPTIONS = query('select count(*) as total from push_subscription where user_id = ?');

export const ADD_SUBSCRIPTION = query(
  `insert into push_subscription (id, user_id, session_id, endpoint, p256dh, auth, device_name, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?)`,
);

export const CHANGE_SUBSCRIPTION = query(
  'update push_subscription set session_id = ?, p256dh = ?, auth = ?, device_name = ? where id = ?',
);

export const NOTE_DELIVERED = query('update push_subscription set last_delivery_at = ? where id = ? and user_id = ?');

export const REMOVE_SUBSCRIPTION = query('delete from push_subscription where id = ? and user_id = ?');

export const REMOVE_SUBSCRIPTIONS_OF_SESSION = query(
  'delete from push_subscription where session_id = ? and user_id = ?',
);

export const REMOVE_SUBSCRIPTIONS_OF_PERSON = query('delete from push_subscription where user_id = ?');

/** Of each subscription as many as are shown, or a few more that came at the same moment; the newest first. */
export const DELIVERIES_TO = query(
  (
    sql,
  ) => `select delivery.subscription_id as "subscriptionId", delivery.kind, delivery.status, delivery.at, delivery.subject_id as "subjectId",
    delivery.device_name as "deviceName"
  from push_subscription join push_delivery as delivery on delivery.subscription_id = push_subscription.id and delivery.at >= coalesce(
    (select earlier.at from push_delivery as earlier where earlier.subscription_id = push_subscription.id order by earlier.at desc limit 1 offset ?), 0
  )
  where ${sql.anyOf('push_subscription.id')} order by delivery.at desc, delivery.kind desc`,
);

/** What was sent to somebody's devices because of a message, the newest first. */
export const DELIVERIES_ABOUT = query(
  `select subscription_id as "subscriptionId", kind, status, at, subject_id as "subjectId", device_name as "deviceName"
  from push_delivery where user_id = ? and subject_id = ? order by at desc, kind desc`,
);

export const ADD_TEST = query(
  `insert into push_delivery (subscription_id, kind, subject_id, user_id, device_name, status, attempts, next_attempt_at, at)
  select id, 'TEST', ?, user_id, device_name, 'WAITING', 0, ?, ? from push_subscription where id = ? and user_id = ?
  returning subject_id as "subjectId"`,
);

/** What is to be sent now, what has waited longest first; without an endpoint where the device or its session is there no more. */
export const SOME_WAITING = query(
  `select delivery.subscription_id as "subscriptionId", delivery.kind, delivery.subject_id as "subjectId", delivery.user_id as "userId",
    delivery.attempts, push_subscription.endpoint, push_subscription.p256dh, push_subscription.auth
  from push_delivery as delivery
  left join session on session.id = (select session_id from push_subscription where push_subscription.id = delivery.subscription_id)
    and session.ended_at is null and session.expires_at > ?
  left join push_subscription on push_subscription.id = delivery.subscription_id and push_subscription.session_id = session.id
  where delivery.status = 'WAITING' and delivery.next_attempt_at <= ?
  order by delivery.next_attempt_at limit ?`,
);

export const NEXT_WAITING = query(
  `select min(next_attempt_at) as "nextAt" from push_delivery where status = 'WAITING' and next_attempt_at > ?`,
);

export const COUNT_ATTEMPT = query(
  `update push_delivery set attempts = attempts + 1, next_attempt_at = ?
  where subscription_id = ? and kind = ? and subject_id = ? and status = 'WAITING' returning attempts`,
);

export const POSTPONE = query(
  `update push_delivery set next_attempt_at = ? where subscription_id = ? and kind = ? and subject_id = ? and status = 'WAITING'`,
);

export const SETTLE = query(
  `update push_delivery set status = ?, at = ? where subscription_id = ? and kind = ? and subject_id = ? and status = 'WAITING'
  returning status`,
);

/** Takes back what a device was told after it was read elsewhere, or deleted, meanwhile. */
export const ADD_CLOSE_TO_DEVICE = query(
  `insert into push_delivery (subscription_id, kind, subject_id, user_id, device_name, status, attempts, next_attempt_at, at)
  select delivery.subscription_id, 'CLOSE', delivery.subject_id, delivery.user_id, delivery.device_name, 'WAITING', 0, ?, ?
  from push_delivery as delivery
  join notification on notification.message_id = delivery.subject_id and notification.user_id = delivery.user_id
    and notification.is_open = false
  where delivery.subscription_id = ? and delivery.kind = 'MESSAGE' and delivery.subject_id = ? and delivery.status = 'SENT'
  on conflict (subscription_id, kind, subject_id) do nothing`,
);

export const REMOVE_SOME_OLD_DELIVERIES = query(
  `delete from push_delivery where (subscription_id, kind, subject_id) in (
    select subscription_id, kind, subject_id from push_delivery where at < ? limit ?
  ) returning kind`,
);

export const REMOVE_SOME_DELIVERIES_OF = query(
  `delete from push_delivery where (subscription_id, kind, subject_id) in (
    select subscription_id, kind, subject_id from push_delivery where user_id = ? limit ?
  ) returning kind`,
);

export const REMOVE_DELIVERIES_ABOUT = query(
  (sql) => `delete from push_delivery where kind <> 'TEST' and ${sql.anyOf('subject_id')}`,
);
