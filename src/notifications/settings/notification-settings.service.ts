import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Authenticator } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { Database, type Transaction } from '../../database/index.js';
import { Journal } from '../../log/index.js';
import { Clock } from '../../runtime/index.js';
import { QuietEndsBeforeNow } from './notification-settings.errors.js';
import { DoNotDisturbChanged, NotificationSettingsChanged } from './notification-settings.events.js';
import type { SetNotificationSettingsInput } from './notification-settings.inputs.js';
import { ADD_KEYWORD, PUT_DO_NOT_DISTURB, PUT_SETTINGS, REMOVE_KEYWORDS } from './notification-settings.queries.js';
import type { NotificationSettingsType } from './notification-settings.type.js';
import { type Keyword, keywordsFrom, quietHoursFrom } from './quiet-and-keywords.js';
import { ShownSettings } from './shown-settings.js';

/** When and how people want to be called. What is so already is no event. */
@Injectable()
export class NotificationSettingsService {
  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    private readonly settings: ShownSettings,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async setDoNotDisturb(actor: Actor, until: Date | null): Promise<Date | null> {
    if (until !== null && until <= this.clock.now()) throw new QuietEndsBeforeNow();
    return this.change(actor, async (tx, userId) => {
      const before = (await this.settings.within(tx, userId)).doNotDisturbUntil;
      if (before?.getTime() === until?.getTime()) return until;
      await tx.rows(PUT_DO_NOT_DISTURB, [userId, until?.getTime() ?? null]);
      await this.journal.ofPerson(tx, DoNotDisturbChanged, userId, { actorId: userId, subjectId: userId });
      return until;
    });
  }

  async setNotificationSettings(actor: Actor, input: SetNotificationSettingsInput): Promise<NotificationSettingsType> {
    const quietHours = input.quietHours && quietHoursFrom(input.quietHours);
    const keywords = input.keywords === undefined ? undefined : keywordsFrom(input.keywords ?? []);
    return this.change(actor, async (tx, userId) => {
      const { quietHours: hours, keywords: words, showsText } = await this.settings.within(tx, userId);
      const before: NotificationSettingsType = { quietHours: hours, keywords: words, showsText };
      const after: NotificationSettingsType = {
        quietHours: quietHours === undefined ? before.quietHours : quietHours,
        keywords: keywords?.map(({ keyword }) => keyword) ?? before.keywords,
        showsText: input.showsText === undefined ? before.showsText : (input.showsText ?? false),
      };
      if (isDeepStrictEqual(before, after)) return after;
      await save(tx, userId, after, keywords);
      await this.journal.ofPerson(tx, NotificationSettingsChanged, userId, { actorId: userId, subjectId: userId });
      return after;
    });
  }

  private change<T>(actor: Actor, change: (tx: Transaction, userId: string) => Promise<T>): Promise<T> {
    const { userId, sessionId } = actor;
    return this.database.write({ people: [userId], sessions: [sessionId] }, async (tx) => {
      // Their account may be gone since, and nothing of it is to be stored then.
      await this.authenticator.assertStillSignedIn(actor, tx);
      return change(tx, userId);
    });
  }
}

async function save(
  tx: Transaction,
  userId: string,
  { quietHours, showsText }: NotificationSettingsType,
  keywords: readonly Keyword[] | undefined,
): Promise<void> {
  const { from = null, until = null, days, timeZone = null } = quietHours ?? {};
  await tx.rows(PUT_SETTINGS, [userId, from, until, days?.join(' ') ?? null, timeZone, showsText ? 1 : 0]);
  if (!keywords) return;
  await tx.rows(REMOVE_KEYWORDS, [userId]);
  for (const [place, { keyword, piece }] of keywords.entries())
    await tx.rows(ADD_KEYWORD, [userId, place, keyword, piece]);
}
