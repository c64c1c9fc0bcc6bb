import { entityQuery, query } from '../../database/index.js';
import { Registration } from './registration.entity.js';

export const REGISTRATION_SINCE = entityQuery(Registration, 'nonce_hash = ? and created_at > ?');

export const USED_SESSION = query('select 1 from session where user_id = ? and generation > 0 limit 1');
