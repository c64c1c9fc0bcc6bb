import { Injectable } from '@nestjs/common';
import { Database, type Reader } from '../../database/index.js';
import { BatchLoader } from '../../graphql/index.js';
import { shown } from '../../log/index.js';
import { type QuietHours, WEEKDAYS } from '../../rules/index.js';
import { Clock } from '../../runtime/index.js';
import type { NotificationSettingsType } from './notification-settings.type.js';
import { KEYWORDS_OF, SETTINGS_OF } from './notification-settings.queries.js';

/** When and how somebody wants to be called. */
export interface WantedCalls extends NotificationSettingsType {
  /** May be over. */
  readonly doNotDisturbUntil: Date | null;
}

/** As the rows have it, from whichever statement. */
export interface SettingsRow {
  readonly userId: string;
  readonly doNotDisturbUntil: number | null;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly quietDays: string | null;
  readonly quietTimeZone: string | null;
  readonly showsText: number | boolean | null;
}

const BEGINNING: WantedCalls = { quietHours: null, keywords: [], showsText: false, doNotDisturbUntil: null };

/** Reads how people want to be called: for themselves, and for what calls them. */
@Injectable()
export class ShownSettings {
  private readonly settings = new BatchLoader<string, WantedCalls>(
    (userIds) => this.find(this.database, userIds),
    (userId) => [shown.notificationSettings(userId)],
  );

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Batched within an operation. */
  of(scope: object, userId: string): Promise<WantedCalls> {
    return this.settings.load(scope, userId);
  }

  async within(where: Reader, userId: string): Promise<WantedCalls> {
    const [found = BEGINNING] = await this.find(where, [userId]);
    return found;
  }

  /** Until when nothing calls somebody; null where that is over. */
  async doNotDisturbUntil(scope: object, userId: string): Promise<Date | null> {
    const { doNotDisturbUntil: until } = await this.of(scope, userId);
    return until !== null && until > this.clock.now() ? until : null;
  }

  private async find(where: Reader, userIds: readonly string[]): Promise<WantedCalls[]> {
    const rows = await where.rows<SettingsRow>(SETTINGS_OF, [userIds]);
    const words = await where.rows<{ userId: string; keyword: string }>(KEYWORDS_OF, [userIds]);
    const settings = new Map(rows.map((row) => [row.userId, row]));
    const keywords = Map.groupBy(words, ({ userId }) => userId);
    return userIds.map((userId) => {
      const row = settings.get(userId);
      const found = (keywords.get(userId) ?? []).map(({ keyword }) => keyword);
      return { ...(row ? wantedBy(row) : BEGINNING), keywords: found };
    });
  }
}

function wantedBy(row: SettingsRow): Omit<WantedCalls, 'keywords'> {
  const { doNotDisturbUntil: until, showsText } = row;
  return {
    doNotDisturbUntil: until === null ? null : new Date(until),
    quietHours: quietHoursIn(row, null),
    showsText: Boolean(showsText),
  };
}

/** The quiet hours of a row; what it has no time zone for is in that of the profile. */
export function quietHoursIn<Zone extends string | null>(
  { quietFrom: from, quietUntil: until, quietDays, quietTimeZone }: SettingsRow,
  profile: Zone,
): (Omit<QuietHours, 'timeZone'> & { readonly timeZone: string | Zone }) | null {
  if (from === null || until === null || quietDays === null) return null;
  const days = WEEKDAYS.filter((day) => quietDays.split(' ').includes(day));
  return { from, until, days, timeZone: quietTimeZone ?? profile };
}
