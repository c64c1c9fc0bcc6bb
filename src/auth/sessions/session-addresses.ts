import { Injectable } from '@nestjs/common';
import type { Reader } from '../../database/index.js';
import { LATEST_ADDRESS_OF_USER } from './sessions.queries.js';

/** From where people have signed in. */
@Injectable()
export class SessionAddresses {
  /** The address of the session that somebody used last; null where none is known. */
  async latestOf(where: Reader, userId: string): Promise<string | null> {
    const [row] = await where.rows<{ address: string }>(LATEST_ADDRESS_OF_USER, [userId]);
    return row?.address ?? null;
  }
}
