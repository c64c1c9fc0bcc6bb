import { entityQuery, query } from '../database/index.js';
import { File } from './file.entity.js';

/** In the order of their senders. */
export const FILES_OF_MESSAGES = entityQuery(File, (sql) => `${sql.anyOf('message_id')} order by message_id, ordinal`);

export const BYTES_OF_OWNERS = query('select owner_id as owner, bytes from file_usage where owner_id in (?, ?)');
