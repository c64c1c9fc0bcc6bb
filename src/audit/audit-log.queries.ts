import { entityQuery, query } from '../database/index.js';
import { AuditEntry } from './audit-entry.entity.js';

/** Whoever acts: where it is a bot, whose it is stands beside it, without anybody having to think of that. */
export const RECORD_ENTRY = query(
  `insert into audit_entry
  (at, action, actor_id, owner_id, session_id, subject_id, room_id, message_id, detail, address, client)
  values (?, ?, ?, (select owner_id from bot where user_id = ?), ?, ?, ?, ?, ?, ?, ?) returning id`,
);

export const ENTRIES_BEFORE = entityQuery(AuditEntry, 'id < ? order by id desc limit ?');
