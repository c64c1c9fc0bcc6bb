import { Injectable } from '@nestjs/common';
import { Clock } from '../runtime/index.js';
import { Database, type Transaction } from '../database/index.js';
import { AuditEntry, type StoredAuditEntry } from './audit-entry.entity.js';

/** What happened; whatever is left out is not known or does not apply. */
export type NewAuditEntry = Pick<StoredAuditEntry, 'action'> & Partial<Omit<StoredAuditEntry, 'id' | 'at'>>;

const RECORD = `insert into audit_entry
  (at, action, actor_id, session_id, subject_id, room_id, message_id, detail, address, client)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`;

/** Who did what, for administrators: sign-ins and refusals, ends of sessions, roles, deletions by others. Written in the transaction of the change. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record(tx: Transaction, entry: NewAuditEntry): Promise<void> {
    await tx.rows(RECORD, [
      this.clock.now().getTime(),
      entry.action,
      entry.actorId ?? null,
      entry.sessionId ?? null,
      entry.subjectId ?? null,
      entry.roomId ?? null,
      entry.messageId ?? null,
      entry.detail ?? null,
      entry.address ?? null,
      entry.client ?? null,
    ]);
  }

  /** For what changed nothing else: entries that come many at a time share a commit. */
  recordAlone(entry: NewAuditEntry): Promise<void> {
    return this.database.writeTogether((tx) => this.record(tx, entry));
  }

  /** The newest entries before one, newest first. */
  before(id: number, limit: number): Promise<AuditEntry[]> {
    return this.database.find(AuditEntry, 'id < ? order by id desc limit ?', [id, limit]);
  }
}
