import { entityQuery, query } from '../database/index.js';
import { AuditEntry } from './audit-entry.entity.js';

export const RECORD_ENTRY = query(
  `insert into audit_entry
  (at, action, actor_id, session_id, subject_id, room_id, message_id, detail, address, client)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
);

export const ENTRIES_BEFORE = entityQuery(AuditEntry, 'id < ? order by id desc limit ?');
