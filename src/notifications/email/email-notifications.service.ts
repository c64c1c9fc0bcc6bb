import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Authenticator } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { Database, type Reader, type Transaction } from '../../database/index.js';
import { Journal } from '../../log/index.js';
import { MailIsOff, Mails } from '../../mail/index.js';
import { Clock } from '../../runtime/index.js';
import { UsersService } from '../../users/index.js';
import { NoHour } from './email-notifications.errors.js';
import { EmailNotificationsChanged } from './email-notifications.events.js';
import type { SetEmailNotificationsInput } from './email-notifications.inputs.js';
import {
  BEGINNING,
  emailNotificationsIn,
  type EmailNotificationsType,
  type EmailPreferenceRow,
} from './email-notifications.type.js';
import { EMAIL_PREFERENCE_OF, PUT_EMAIL_PREFERENCE } from './email.queries.js';
import { MailTimer } from './mail-timer.js';
import { nextDigestAfter } from './next-digest.js';

type Preferences = Pick<EmailNotificationsType, keyof EmailNotificationsType>;

/** Which e-mail people want. What is so already is no event. */
@Injectable()
export class EmailNotificationsService {
  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    private readonly users: UsersService,
    private readonly mails: Mails,
    private readonly timer: MailTimer,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async of(userId: string, where: Reader = this.database): Promise<EmailNotificationsType> {
    const [row] = await where.rows<EmailPreferenceRow>(EMAIL_PREFERENCE_OF, [userId]);
    return emailNotificationsIn(row);
  }

  async setEmailNotifications(actor: Actor, input: SetEmailNotificationsInput): Promise<EmailNotificationsType> {
    if (!this.mails.areOn) throw new MailIsOff();
    const changes = changesIn(input);
    const { userId, sessionId } = actor;
    return this.database.write({ people: [userId], sessions: [sessionId] }, async (tx) => {
      await this.authenticator.assertStillSignedIn(actor, tx);
      return this.change(tx, userId, changes);
    });
  }

  /** By the link in an e-mail: its reader need not be signed in. */
  async turnOff(userId: string, what: 'missedMessages' | 'digest'): Promise<void> {
    await this.database.write({ people: [userId] }, (tx) => this.change(tx, userId, { [what]: false }));
  }

  private async change(
    tx: Transaction,
    userId: string,
    changes: Partial<Preferences>,
  ): Promise<EmailNotificationsType> {
    const before: Preferences = await this.of(userId, tx);
    const after = { ...before, ...changes };
    if (isDeepStrictEqual(before, after)) return after;
    const { missedMessages, digest, digestHour, showsText } = after;
    const next = digest ? (await this.nextDigest(tx, userId, digestHour)).getTime() : null;
    const flags = [missedMessages ? 1 : 0, digest ? 1 : 0, digestHour, showsText ? 1 : 0];
    await tx.rows(PUT_EMAIL_PREFERENCE, [userId, ...flags, next]);
    await this.journal.ofPerson(tx, EmailNotificationsChanged, userId, { actorId: userId, subjectId: userId });
    tx.afterCommit(() => {
      this.timer.wake();
    });
    return after;
  }

  private async nextDigest(tx: Transaction, userId: string, hour: number): Promise<Date> {
    const user = await this.users.findWithin(tx, userId);
    return nextDigestAfter(this.clock.now(), hour, user?.timeZone ?? 'UTC');
  }
}

function changesIn({ missedMessages, digest, digestHour, showsText }: SetEmailNotificationsInput) {
  const hour = digestHour ?? BEGINNING.digestHour;
  if (hour < 0 || hour > 23) throw new NoHour();
  return {
    ...(missedMessages !== undefined && { missedMessages: missedMessages ?? BEGINNING.missedMessages }),
    ...(digest !== undefined && { digest: digest ?? BEGINNING.digest }),
    ...(digestHour !== undefined && { digestHour: hour }),
    ...(showsText !== undefined && { showsText: showsText ?? BEGINNING.showsText }),
  };
}
