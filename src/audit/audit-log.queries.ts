import { entityQuery, query } from '../database/index.js';
import { AuditEntry } from './audit-entry.entity.js';

/** Where a bot acted, its owner is looked up here, so that nobody else has to think of it. */
export const RECORD_ENTRY = query(
  `insert into audit_entry
  (at, action, actor_id, owner_id, session_id, subject_id, room_id, message_id, detail, address, client)
  values (?, ?, ?, (select owner_id from bot where user_id = ?), ?, ?, ?, ?, ?, ?, ?) returning id`,
);

export const ENTRIES_BEFORE = entityQuery(AuditEntry, 'id < ? order by id desc limit ?');
