import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { RoomKind } from '../../rules/index.js';
import { CALLING_MESSAGE } from './calls.queries.js';

/** What of a message decides whom it calls, and what they are told. */
export interface CallingMessage {
  readonly id: string;
  readonly roomId: string;
  readonly threadId: string | null;
  readonly number: number;
  readonly text: string;
  readonly createdAt: Date;
  /** When all of it was there: later than when it was sent, where it grew piece by piece. */
  readonly wholeAt: Date;
  readonly isDeleted: boolean;
  readonly authorId: string;
  readonly authorName: string;
  readonly isDirect: boolean;
  readonly roomName: string;
  readonly namesRoom: boolean;
}

interface MessageRow {
  readonly id: string;
  readonly roomId: string;
  readonly threadId: string | null;
  readonly number: number;
  readonly body: string;
  readonly createdAt: number;
  readonly wholeAt: number;
  readonly deletedAt: number | null;
  readonly authorId: string;
  readonly authorName: string;
  readonly kind: RoomKind;
  readonly roomName: string;
  readonly namesRoom: number | boolean;
}

/** Messages for what calls people because of them. */
@Injectable()
export class CallingMessages {
  constructor(private readonly database: Database) {}

  /** Null where there is none any more. */
  async find(id: string): Promise<CallingMessage | null> {
    const [row] = await this.database.rows<MessageRow>(CALLING_MESSAGE, [id]);
    if (!row) return null;
    const { body, createdAt, wholeAt, deletedAt, kind, namesRoom, ...rest } = row;
    return {
      ...rest,
      text: body,
      createdAt: new Date(createdAt),
      wholeAt: new Date(wholeAt),
      isDeleted: deletedAt !== null,
      isDirect: kind === 'DIRECT',
      namesRoom: Boolean(namesRoom),
    };
  }
}
