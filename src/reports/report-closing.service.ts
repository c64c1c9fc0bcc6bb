import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Actor } from '../caller/index.js';
import { Database, type FindLocks, type Reader, type Transaction } from '../database/index.js';
import { InvalidInput } from '../errors/index.js';
import { Message, MessageErasure } from '../messages/index.js';
import { BansService, Room } from '../rooms/index.js';
import { MAX_REPORT_LENGTH } from '../rules/index.js';
import { Clock, isId } from '../runtime/index.js';
import { textWithin } from '../text/index.js';
import { reviewerIn, reviewersOf } from './reviewers.js';
import { NoticesService } from './notices.service.js';
import { type DoneAbout, Report } from './report.entity.js';
import { ReportAction, ReportType } from './report.type.js';
import { ReportNotFound } from './reports.errors.js';
import type { CloseReportInput } from './reports.inputs.js';
import { type Reviewer, maySeeReport, roleToBan } from './reports.policy.js';
import { CLOSE_REPORTS_ON, OPEN_REPORTS_ON, PLACE_OF_REPORT } from './reports.queries.js';
import { ReportsService } from './reports.service.js';

type Place = Pick<Report, 'messageId' | 'roomId' | 'authorId'>;

interface Wanted {
  readonly actions: readonly DoneAbout[];
  readonly warning: string | null;
}

/** Deals with what was reported: all that is done about a message, and the end of every report on it, is one change. */
@Injectable()
export class ReportClosingService {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsService,
    private readonly notices: NoticesService,
    private readonly erasure: MessageErasure,
    private readonly bans: BansService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async closeReport(actor: Actor, input: CloseReportInput): Promise<ReportType> {
    const wanted = wantedIn(input);
    const { reportId } = input;
    const closed = await this.database.write(this.concernedBy(actor, reportId), async (tx) => {
      const report = isId(reportId) ? await tx.em.findOne(Report, { id: reportId }) : null;
      const reviewer = report && (await reviewerIn(tx, actor.userId, report.roomId));
      if (!reviewer || !maySeeReport(report, reviewer)) throw new ReportNotFound();
      if (report.closedAt) return report;
      await this.act(tx, actor, reviewer, report, wanted);
      await this.close(tx, actor, report, wanted);
      return tx.em.refreshOrFail(report);
    });
    return ReportType.of(closed);
  }

  private async act(
    tx: Transaction,
    actor: Actor,
    reviewer: Reviewer,
    { messageId, roomId, authorId: userId }: Report,
    { actions }: Wanted,
  ): Promise<void> {
    // First what may be refused.
    if (actions.includes('BANNED_AUTHOR'))
      await this.bans.banWithin(tx, actor, roleToBan(reviewer), { roomId, userId, reason: null });
    if (!actions.includes('DELETED_MESSAGE')) return;
    const message = await tx.em.findOne(Message, { id: messageId });
    if (!message || message.deletedAt) return;
    await this.erasure.erase(tx, message, { actorId: actor.userId });
    await this.note(tx, AuditAction.MESSAGE_DELETED, actor, message.authorId, { roomId, messageId });
  }

  private async close(tx: Transaction, actor: Actor, report: Report, { actions, warning }: Wanted): Promise<void> {
    const { messageId, roomId, authorId } = report;
    const open = await tx.rows<{ reporterId: string }>(OPEN_REPORTS_ON, [messageId]);
    const now = this.clock.now().getTime();
    await tx.rows(CLOSE_REPORTS_ON, [now, actor.userId, JSON.stringify(actions), messageId]);
    const { name: roomName } = await tx.em.findOneOrFail(Room, { id: roomId });
    const about = { roomId, roomName, messageId };
    if (warning !== null) await this.notices.tell(tx, authorId, { ...about, kind: 'WARNING', words: warning });
    for (const { reporterId } of open)
      if (reporterId !== actor.userId)
        await this.notices.tell(tx, reporterId, { ...about, kind: 'REPORT_CLOSED', words: null });
    await this.reports.tellReviewers(tx, report, actor.userId);
    await this.note(tx, AuditAction.REPORT_CLOSED, actor, authorId, { roomId, messageId, detail: inWords(actions) });
  }

  /** The room, whoever is told, and whoever is banned. */
  private concernedBy({ userId }: Actor, reportId: string): FindLocks {
    return async (where: Reader) => {
      const [place] = isId(reportId) ? await where.rows<Place>(PLACE_OF_REPORT, [reportId]) : [];
      if (!place) return { people: [userId] };
      const { messageId, roomId, authorId } = place;
      const { people = [], rooms = [] } = await this.erasure.locksOf(where, [messageId]);
      const open = await where.rows<{ reporterId: string }>(OPEN_REPORTS_ON, [messageId]);
      const told = [...open.map(({ reporterId }) => reporterId), ...(await reviewersOf(where, roomId))];
      return { rooms: [...rooms, roomId], people: [...people, ...told, userId, authorId] };
    };
  }

  private note(
    tx: Transaction,
    action: AuditAction,
    { userId: actorId, sessionId }: Actor,
    subjectId: string,
    about: { readonly roomId: string; readonly messageId: string; readonly detail?: string },
  ): Promise<void> {
    return this.audit.record(tx, { action, actorId, sessionId, subjectId, ...about });
  }
}

function wantedIn({ actions, warning }: CloseReportInput): Wanted {
  const warns = actions.includes(ReportAction.WARNED_AUTHOR);
  if (!warns && warning != null)
    throw new InvalidInput('warning', 'A warning is only said with the action that warns the author.');
  return {
    actions: [...new Set(actions)],
    warning: warns ? textWithin('warning', (warning ?? '').trim(), { min: 1, max: MAX_REPORT_LENGTH }) : null,
  };
}

function inWords(actions: readonly DoneAbout[]): string {
  return actions.length === 0 ? 'dismissed' : actions.map((action) => WORDS[action]).join(', ');
}

const WORDS: Readonly<Record<DoneAbout, string>> = {
  DELETED_MESSAGE: 'message deleted',
  WARNED_AUTHOR: 'author warned',
  BANNED_AUTHOR: 'author banned from the room',
};
