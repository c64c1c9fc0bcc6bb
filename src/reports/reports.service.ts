import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Actor } from '../caller/index.js';
import { Database, type FindLocks, type Reader, type Transaction } from '../database/index.js';
import { AttachedFiles } from '../files/index.js';
import { Journal } from '../log/index.js';
import { MessageAccess, plainTextOf, roomOf } from '../messages/index.js';
import { MAX_REPORT_LENGTH } from '../rules/index.js';
import { Clock, newId } from '../runtime/index.js';
import { textWithin } from '../text/index.js';
import { reviewersOf } from './reviewers.js';
import { NotAllowedToReport } from './reports.errors.js';
import { ReportsChanged } from './reports.events.js';
import { refusalToReport } from './reports.policy.js';
import { CLAIM_REPORT } from './reports.queries.js';

/** Shows messages to those who look after their rooms. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageAccess,
    private readonly files: AttachedFiles,
    private readonly journal: Journal,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Twice by the same person is the same report. */
  async reportMessage(
    actor: Actor,
    { messageId, reason: written }: { messageId: string; reason: string },
  ): Promise<void> {
    const reason = textWithin('reason', written.trim(), { min: 1, max: MAX_REPORT_LENGTH });
    await this.database.write(withReviewers(messageId), async (tx) => {
      const { message } = await this.messages.asReader(tx, actor, messageId);
      const { roomId, authorId, deletedAt, content } = message;
      const refusal = refusalToReport({ isAuthor: authorId === actor.userId, isDeleted: deletedAt !== null });
      if (refusal !== null) throw new NotAllowedToReport(refusal);
      const names = JSON.stringify(await this.files.namesOf(tx, messageId));
      const now = this.clock.now().getTime();
      const about = [messageId, roomId, authorId, actor.userId];
      const [claimed] = await tx.rows(CLAIM_REPORT, [
        newId(),
        ...about,
        reason,
        plainTextOf(content) ?? '',
        names,
        now,
      ]);
      if (!claimed) return;
      await this.tellReviewers(tx, { roomId, authorId }, null);
      const { userId: actorId, sessionId } = actor;
      const entry = { actorId, sessionId, subjectId: authorId, roomId, messageId };
      await this.audit.record(tx, { action: AuditAction.MESSAGE_REPORTED, ...entry });
    });
  }

  /** Those who could deal with it: the author of the message is none of them. Who reported it is told in the report. */
  async tellReviewers(
    tx: Transaction,
    { roomId, authorId }: { readonly roomId: string; readonly authorId: string },
    actorId: string | null,
  ): Promise<void> {
    for (const reviewer of await reviewersOf(tx, roomId))
      if (reviewer !== authorId)
        await this.journal.ofPerson(tx, ReportsChanged, reviewer, { actorId, subjectId: roomId });
  }
}

/** The room of a message, and those who are told of a report. */
function withReviewers(messageId: string): FindLocks {
  return async (where: Reader) => {
    const { rooms = [] } = await roomOf(messageId)(where);
    const people: string[] = [];
    for (const roomId of rooms) people.push(...(await reviewersOf(where, roomId)));
    return { rooms, people };
  };
}
