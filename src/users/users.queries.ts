import { entityQuery } from '../database/index.js';
import { User } from './user.entity.js';

export const USER_WITH_ID = entityQuery(User, 'id = ?');

export const USERS_WITH_IDS = entityQuery(User, (sql) => sql.anyOf('id'));

export const USER_CALLED = entityQuery(User, 'username_key = ? and ended_at is null');
