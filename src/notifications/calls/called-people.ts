import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import {
  type Addressed,
  type Answer,
  foldForSearch,
  keywordIn,
  notifying,
  type NotifyLevel,
  piecesOf,
} from '../../rules/index.js';
import { quietHoursIn, type SettingsRow } from '../settings/shown-settings.js';
import type { CallingMessage } from './calling-messages.js';
import { KEYWORDS_WITH, WHAT_IT_IS_TO, WHO_MAY_BE_CALLED } from './calls.queries.js';

/** Whether a message calls somebody, and how. */
export interface Call extends Answer {
  readonly userId: string;
  /** Which of their keywords it has; null where it has none. */
  readonly keyword: string | null;
  readonly showsText: boolean;
}

/** What is asked beside the message: when, and whether it matters what they have read by then. */
export interface Asked {
  readonly at: Date;
  readonly isReadAsked: boolean;
  readonly isDeviceInUse: (userId: string) => boolean;
}

interface PersonRow extends SettingsRow {
  readonly timeZone: string | null;
  readonly membershipId: string | null;
  readonly isAuthorBlocked: number | boolean;
  readonly isNamed: number | boolean;
  readonly isAnswered: number | boolean;
  readonly notify: NotifyLevel | null;
  readonly isMuted: number | boolean | null;
  readonly mutedUntil: number | null;
  readonly lastReadNumber: number | null;
  readonly followsThread: number | boolean | null;
  readonly threadReadNumber: number | null;
}

/** Finds whom a message calls. */
@Injectable()
export class CalledPeople {
  constructor(private readonly database: Database) {}

  /** Those with a device or an address whom it may concern, by their ids: more than are called in the end, and nobody whom it does not concern at all. */
  async whoMayBeCalled({ id, text }: CallingMessage): Promise<string[]> {
    const rows = await this.database.rows<{ userId: string }>(WHO_MAY_BE_CALLED, [
      ...[id, id, id, id, id, id, id],
      piecesIn(text),
    ]);
    return rows.map(({ userId }) => userId);
  }

  /** Whether it calls each of some people; nothing of those who have no account any more. */
  async callsTo(message: CallingMessage, userIds: readonly string[], asked: Asked): Promise<Call[]> {
    const rows = await this.database.rows<PersonRow>(WHAT_IT_IS_TO, [message.id, userIds]);
    const keywords = await this.keywordsOf(message, userIds);
    return rows.map((row) => {
      const keyword = keywordIn(message.text, keywords.get(row.userId) ?? []);
      return {
        userId: row.userId,
        keyword,
        showsText: Boolean(row.showsText),
        ...answer(message, row, keyword, asked),
      };
    });
  }

  private async keywordsOf({ text }: CallingMessage, userIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.rows<{ userId: string; keyword: string }>(KEYWORDS_WITH, [
      userIds,
      piecesIn(text),
    ]);
    const found = new Map<string, string[]>();
    for (const { userId, keyword } of rows) found.set(userId, [...(found.get(userId) ?? []), keyword]);
    return found;
  }
}

function answer(message: CallingMessage, row: PersonRow, keyword: string | null, { at, ...asked }: Asked): Answer {
  const { doNotDisturbUntil: until } = row;
  return notifying(addressedBy(message, row, keyword, at), {
    at,
    isRead: asked.isReadAsked && isRead(message, row),
    doNotDisturbUntil: until === null ? null : new Date(until),
    quietHours: quietHoursIn(row, row.timeZone ?? 'UTC'),
    isDeviceInUse: asked.isDeviceInUse(row.userId),
  });
}

function addressedBy(message: CallingMessage, row: PersonRow, keyword: string | null, at: Date): Addressed {
  const { isDeleted, isDirect, threadId, authorId } = message;
  return {
    isOwn: authorId === row.userId,
    isMember: row.membershipId !== null,
    isDeleted,
    isAuthorBlocked: Boolean(row.isAuthorBlocked),
    isMuted: Boolean(row.isMuted) && (row.mutedUntil === null || row.mutedUntil > at.getTime()),
    level: row.notify ?? 'MENTIONS',
    isDirect,
    isNamed: Boolean(row.isNamed),
    isAnswered: Boolean(row.isAnswered),
    isRoomNamed: message.namesRoom,
    hasKeyword: keyword !== null,
    isInThread: threadId !== null,
    followsThread: Boolean(row.followsThread),
  };
}

function isRead({ number, threadId }: CallingMessage, { lastReadNumber, threadReadNumber }: PersonRow): boolean {
  return number <= ((threadId === null ? lastReadNumber : threadReadNumber) ?? 0);
}

function piecesIn(text: string): string[] {
  return [...new Set(piecesOf(foldForSearch(text)))];
}
