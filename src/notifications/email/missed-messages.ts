import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Transaction } from '../../database/index.js';
import { Mails } from '../../mail/index.js';
import type { NotificationReason } from '../../rules/index.js';
import { Clock } from '../../runtime/index.js';
import {
  ADD_MISSED,
  PUT_INTO_MAIL,
  SOME_WHO_MISSED,
  UNTRIED_MISSED_MAIL,
  WITHHOLD_MISSED_OF,
} from './email.queries.js';
import { MailTimer } from './mail-timer.js';
import { Recipients } from './recipients.js';

const MINUTE = 60_000;
/** So long somebody has time to read it before they are sent e-mail about it. */
export const UNREAD_MILLISECONDS = 15 * MINUTE;
/** Between two e-mails about missed messages to one person. */
export const MIN_GAP_MILLISECONDS = 60 * MINUTE;
/** What was due so long ago is not told any more: this server was down, or came back from a backup. */
const MAX_LATE_MILLISECONDS = 24 * 60 * MINUTE;
const PEOPLE_AT_ONCE = 50;

/** For these it is worth writing to somebody; the others wait for the digest. */
export const WORTH_A_MAIL: readonly NotificationReason[] = [
  'DIRECT_MESSAGE',
  'MENTION',
  'REPLY',
  'ROOM_MENTION',
  'KEYWORD',
];
/** Of the moment alone: by the time of the e-mail they are over. */
const HELD_BACK: readonly NotificationReason[] = ['DO_NOT_DISTURB', 'QUIET_HOURS'];

/** Messages that people may miss: noted when they call somebody, and put into one e-mail for each person who has not read theirs after a while. */
@Injectable()
export class MissedMessages implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly recipients: Recipients,
    private readonly mails: Mails,
    private readonly timer: MailTimer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer.does(() => this.mailSome());
  }

  /** In the change that decides whom a message calls. */
  async note(tx: Transaction, messageId: string, userId: string, reason: NotificationReason): Promise<void> {
    if (!this.mails.areOn || ![...WORTH_A_MAIL, ...HELD_BACK].includes(reason)) return;
    const now = this.now();
    const values = [messageId, now + UNREAD_MILLISECONDS, MIN_GAP_MILLISECONDS, now, userId];
    if ((await tx.rows(ADD_MISSED, values)).length === 0) return;
    tx.afterCommit(() => {
      this.timer.wake();
    });
  }

  private async mailSome(): Promise<boolean> {
    const people = await this.database.rows<{ userId: string; dueAt: number }>(SOME_WHO_MISSED, [
      this.now(),
      PEOPLE_AT_ONCE,
    ]);
    await Promise.all(people.map((person) => this.mail(person)));
    return people.length === PEOPLE_AT_ONCE;
  }

  private async mail({ userId, dueAt }: { readonly userId: string; readonly dueAt: number }): Promise<void> {
    const isLate = this.now() - dueAt > MAX_LATE_MILLISECONDS;
    await this.database.writeTogether({ people: [userId] }, async (tx) => {
      const recipient = isLate ? null : await this.recipients.of(userId, tx);
      if (!recipient?.missedMessages) {
        await tx.rows(WITHHOLD_MISSED_OF, [this.now(), userId]);
        return;
      }
      const [untried] = await tx.rows<{ id: string }>(UNTRIED_MISSED_MAIL, [userId]);
      const { address } = recipient;
      const id = untried?.id ?? (await this.mails.add(tx, { kind: 'MISSED_MESSAGES', userId, address }));
      await tx.rows(PUT_INTO_MAIL, [id, userId]);
    });
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
