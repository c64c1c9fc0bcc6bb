import { Injectable, Logger } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database, type Locks, NO_LOCKS, type Transaction } from '../database/index.js';
import { Clock } from '../runtime/index.js';
import type { MailStatus } from './mail-kinds.js';
import { layOut } from './mail-layout.js';
import { COUNT_MAIL_ATTEMPT, POSTPONE_MAIL, SETTLE_MAIL } from './mail.queries.js';
import { type DueMail, Mails } from './mails.js';
import { type Message, type Outcome, Smtp } from './smtp.js';
import { withoutLineBreaks, type WrittenMail } from './written-mail.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** After the first attempt, the second and so on; the last one from then on. */
const PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR] as const;
const LAST_PAUSE = 6 * HOUR;
/** So long it is tried. */
const MAX_TRYING_MILLISECONDS = 24 * HOUR;
/** What was to be sent so long ago is not sent any more: this server was down, or came back from a backup. */
const MAX_LATE_MILLISECONDS = 24 * HOUR;

/** As the rows have it. */
export interface WaitingMail extends DueMail {
  readonly nextAttemptAt: number;
  readonly firstAttemptAt: number | null;
}

/** Sends one e-mail: has it written, hands it over, and keeps what became of it. */
@Injectable()
export class MailSending {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly database: Database,
    private readonly mails: Mails,
    private readonly smtp: Smtp,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Says whether the mail server works. */
  async send(mail: WaitingMail, stopping: AbortSignal): Promise<boolean> {
    if (this.now() - mail.nextAttemptAt > MAX_LATE_MILLISECONDS) return this.settle(mail, 'WITHHELD');
    const writing = (await this.mails.writerOf(mail.kind)?.write(mail)) ?? null;
    if (writing === null) return this.settle(mail, 'WITHHELD');
    if ('notBefore' in writing) return this.postpone(mail, writing.notBefore);
    if (!(await this.countAttempt(mail))) return true;
    const outcome = await this.smtp.hand(this.message(mail, writing), stopping);
    return this.keep(mail, outcome);
  }

  private message({ id, address }: DueMail, written: WrittenMail): Message {
    const { mailFrom, publicUrl } = this.settings;
    const domain = mailFrom?.address.split('@').at(-1) ?? 'localhost';
    return {
      to: { name: '', address },
      subject: withoutLineBreaks(written.subject),
      ...layOut(written, publicUrl ?? ''),
      messageId: `<${id}@${domain}>`,
      headers: { ...BY_A_MACHINE, ...headersToUnsubscribe(written) },
    };
  }

  private async keep(mail: WaitingMail, outcome: Outcome): Promise<boolean> {
    if (outcome.status === 'SENT') return this.settle(mail, 'SENT');
    this.logger.warn(`An e-mail was not taken: ${outcome.words}`);
    if (outcome.status === 'REFUSED') {
      const refused = outcome.isOfAddress ? outcome.words : null;
      return this.settle(mail, 'REFUSED', refused);
    }
    const next = this.now() + pauseAfter(mail.attempts);
    if (next > (mail.firstAttemptAt ?? this.now()) + MAX_TRYING_MILLISECONDS) await this.settle(mail, 'FAILED');
    return !outcome.isServer;
  }

  private async settle(mail: DueMail, status: MailStatus, refusedWith: string | null = null): Promise<true> {
    await this.change({ people: [mail.userId] }, async (tx) => {
      const settled = await tx.rows(SETTLE_MAIL, [status, this.now(), mail.id]);
      if (settled.length === 0) return;
      await this.mails.writerOf(mail.kind)?.settled?.(tx, mail, status);
      if (refusedWith !== null) await this.mails.tellRefused(tx, mail, refusedWith);
    });
    return true;
  }

  private async postpone({ id }: DueMail, notBefore: Date): Promise<true> {
    await this.change(NO_LOCKS, (tx) => tx.rows(POSTPONE_MAIL, [notBefore.getTime(), id]));
    return true;
  }

  private async countAttempt({ id, attempts }: DueMail): Promise<boolean> {
    const next = this.now() + pauseAfter(attempts);
    const counted = await this.change(NO_LOCKS, (tx) => tx.rows(COUNT_MAIL_ATTEMPT, [next, this.now(), id]));
    return counted.length > 0;
  }

  /** What many e-mails change at once shares commits. */
  private change<T>(locks: Locks, change: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.writeTogether(locks, change);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function pauseAfter(attempts: number): number {
  return PAUSES[attempts] ?? LAST_PAUSE;
}

/** No machine answers it (RFC 3834). */
const BY_A_MACHINE = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** One click of the reader's own program ends it (RFC 2369, RFC 8058). */
function headersToUnsubscribe({ unsubscribe }: WrittenMail): Record<string, string> {
  if (unsubscribe === null) return {};
  return { 'List-Unsubscribe': `<${unsubscribe.url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
