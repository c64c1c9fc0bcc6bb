import { query } from '../database/index.js';

/** Gives the log its name, unless it has one: of several servers that begin at once, all go on under the same. */
export const NAME_LOG = query(
  'insert into log_identity (id, epoch, cursor_key) values (1, ?, ?) on conflict (id) do nothing',
);
