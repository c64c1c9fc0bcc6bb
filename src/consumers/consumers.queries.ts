import { entityQuery, query } from '../database/index.js';
import { Consumer } from './consumer.entity.js';

export const CONSUMER_NAMED = entityQuery(Consumer, 'user_id = ? and name = ?');

export const CONSUMERS_WITH_IDS = entityQuery(Consumer, (sql) => sql.anyOf('id'));

export const CONSUMERS_OF_ACCOUNTS = entityQuery(Consumer, (sql) => `${sql.anyOf('user_id')} order by name`);

export const COUNT_OF_CONSUMERS = query('select count(*) as total from consumer where user_id = ?');

/** Gives a row where there was none of this name. */
export const CLAIM_CONSUMER = query(
  `insert into consumer (id, user_id, name, position, event_id, epoch, filter, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (user_id, name) do nothing returning id`,
);

/** Gives a row where there is one of this name. */
export const SET_FILTER = query('update consumer set filter = ? where user_id = ? and name = ? returning id');

/** Never back, and never from one log into another: gives a row where it moved. */
export const MOVE_CONSUMER = query(
  `update consumer set position = ?, event_id = ?, acknowledged_at = ?
  where user_id = ? and name = ? and epoch = ? and position < ? returning id`,
);

/** Gives a row where there was one. */
export const REMOVE_CONSUMER = query('delete from consumer where user_id = ? and name = ? returning id');

export const REMOVE_CONSUMERS_OF = query('delete from consumer where user_id = ? returning id');
