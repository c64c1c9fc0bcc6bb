import { Injectable } from '@nestjs/common';
import { Database, type Reader } from '../../database/index.js';
import { isQuietAt } from '../../rules/index.js';
import { Clock } from '../../runtime/index.js';
import { quietHoursIn } from '../settings/shown-settings.js';
import { RECIPIENT } from './email.queries.js';

/** Somebody who can be sent e-mail, and what they want of it. */
export interface Recipient {
  readonly address: string;
  readonly timeZone: string;
  readonly missedMessages: boolean;
  readonly digest: boolean;
  readonly digestHour: number;
  readonly showsText: boolean;
  readonly lastDigestAt: Date | null;
  readonly nextDigestAt: Date | null;
  /** When their quiet is over, or has to be asked for again; null where they have none now. */
  readonly quietUntil: Date | null;
}

interface RecipientRow {
  readonly address: string;
  readonly timeZone: string | null;
  readonly missedMessages: number | boolean;
  readonly digest: number | boolean;
  readonly digestHour: number;
  readonly showsText: number | boolean;
  readonly lastDigestAt: number | null;
  readonly nextDigestAt: number | null;
  readonly doNotDisturbUntil: number | null;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly quietDays: string | null;
  readonly quietTimeZone: string | null;
}

/** In quiet hours it is asked again so much later. */
const AGAIN_MILLISECONDS = 10 * 60_000;

/** Whom e-mail may be sent to, as it is at the moment. */
@Injectable()
export class Recipients {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null of somebody who has no address that takes e-mail, or cannot sign in. */
  async of(userId: string, where: Reader = this.database): Promise<Recipient | null> {
    const [row] = await where.rows<RecipientRow>(RECIPIENT, [userId]);
    if (!row) return null;
    const { address, missedMessages, digest, digestHour, showsText, lastDigestAt, nextDigestAt } = row;
    const timeZone = row.timeZone ?? 'UTC';
    return {
      ...{ address, timeZone, digestHour },
      missedMessages: Boolean(missedMessages),
      digest: Boolean(digest),
      showsText: Boolean(showsText),
      lastDigestAt: lastDigestAt === null ? null : new Date(lastDigestAt),
      nextDigestAt: nextDigestAt === null ? null : new Date(nextDigestAt),
      quietUntil: this.quietUntil(userId, row, timeZone),
    };
  }

  private quietUntil(userId: string, row: RecipientRow, timeZone: string): Date | null {
    const now = this.clock.now();
    const until = row.doNotDisturbUntil;
    if (until !== null && until > now.getTime()) return new Date(until);
    const hours = quietHoursIn({ userId, ...row }, timeZone);
    return hours !== null && isQuietAt(hours, now) ? new Date(now.getTime() + AGAIN_MILLISECONDS) : null;
  }
}
