import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Mails } from '../../mail/index.js';
import { Clock } from '../../runtime/index.js';
import { MOVE_DIGEST, SOME_DUE_DIGESTS } from './email.queries.js';
import { MailTimer } from './mail-timer.js';
import { nextDigestAfter } from './next-digest.js';
import { Recipients } from './recipients.js';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const PEOPLE_AT_ONCE = 100;
/** One that is later than that would come in the middle of another day: the next one tells of it. */
const MAX_LATE_MILLISECONDS = 6 * HOUR;

/** Has a digest sent to each who wants one, at their hour. */
@Injectable()
export class Digests implements OnModuleInit {
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

  private async mailSome(): Promise<boolean> {
    const values = [this.clock.now().getTime(), PEOPLE_AT_ONCE];
    const people = await this.database.rows<{ userId: string }>(SOME_DUE_DIGESTS, values);
    await Promise.all(people.map(({ userId }) => this.mail(userId)));
    return people.length === PEOPLE_AT_ONCE;
  }

  private async mail(userId: string): Promise<void> {
    await this.database.writeTogether({ people: [userId] }, async (tx) => {
      const now = this.clock.now();
      const recipient = await this.recipients.of(userId, tx);
      const due = recipient?.nextDigestAt ?? null;
      // Without an address they may have one again tomorrow.
      const next = nextDigestAfter(now, recipient?.digestHour ?? 0, recipient?.timeZone ?? 'UTC');
      if (due !== null && due > now) return;
      const isInTime = due !== null && now.getTime() - due.getTime() <= MAX_LATE_MILLISECONDS;
      const since = recipient?.lastDigestAt ?? new Date(now.getTime() - DAY);
      const isSent = isInTime && recipient?.digest === true;
      await tx.rows(MOVE_DIGEST, [next.getTime(), isSent ? now.getTime() : since.getTime(), userId]);
      if (!isSent) return;
      const about = String(Math.max(since.getTime(), now.getTime() - 7 * DAY));
      await this.mails.add(tx, { kind: 'DIGEST', userId, address: recipient.address, about });
    });
  }
}
