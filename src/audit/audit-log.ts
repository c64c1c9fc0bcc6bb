import { Injectable } from '@nestjs/common';
import { Clock } from '../runtime/index.js';
import { Database, NO_LOCKS, type Transaction } from '../database/index.js';
import type { AuditEntry, StoredAuditEntry } from './audit-entry.entity.js';
import { ENTRIES_BEFORE, RECORD_ENTRY } from './audit-log.queries.js';

/** What happened; whatever is left out is not known or does not apply. */
export type NewAuditEntry = Pick<StoredAuditEntry, 'action'> & Partial<Omit<StoredAuditEntry, 'id' | 'at' | 'ownerId'>>;

/** Who did what, for administrators: sign-ins and refusals, ends of sessions, roles, deletions by others. Written in the transaction of the change. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record(tx: Transaction, entry: NewAuditEntry): Promise<void> {
    await tx.rows(RECORD_ENTRY, [
      this.clock.now().getTime(),
      entry.action,
      entry.actorId ?? null,
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
    return this.database.writeTogether(NO_LOCKS, (tx) => this.record(tx, entry));
  }

  /** The newest entries before one, newest first. */
  before(id: number, limit: number): Promise<AuditEntry[]> {
    return this.database.find(ENTRIES_BEFORE, [id, limit]);
  }
}
