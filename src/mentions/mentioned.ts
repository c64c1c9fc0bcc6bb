import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { NAMING_AMONG } from './mentions.queries.js';

/** Which messages name somebody. */
@Injectable()
export class Mentioned {
  constructor(private readonly database: Database) {}

  /** The ids of those that name somebody, or everybody in their room, as they are now: a deleted message names nobody. */
  async namingAmong(userId: string, messageIds: readonly string[]): Promise<Set<string>> {
    if (messageIds.length === 0) return new Set();
    const rows = await this.database.rows<{ messageId: string }>(NAMING_AMONG, [userId, messageIds, messageIds]);
    return new Set(rows.map(({ messageId }) => messageId));
  }
}
