import { Injectable } from '@nestjs/common';
import { SessionAddresses } from '../../auth/index.js';
import type { Reader } from '../../database/index.js';
import { Clock, networkOf } from '../../runtime/index.js';
import { BAN_OF, BAN_OF_NETWORK } from './bans.queries.js';

/**
 * Whoever is banned could come back in a minute as a guest, whom nobody can tell from another one. So for some days no guest comes in from where
 * they had come. Others there are not harmed for long, and not at all where they have accounts.
 */
const MILLISECONDS_OF_NETWORK = 7 * 24 * 60 * 60 * 1000;

interface Newcomer {
  readonly userId: string;
  readonly isGuest: boolean;
}

/** Who may not come into a room, by what is true in a change that holds the room and the newcomer. */
@Injectable()
export class Banned {
  constructor(
    private readonly addresses: SessionAddresses,
    private readonly clock: Clock,
  ) {}

  async isBanned(where: Reader, roomId: string, { userId, isGuest }: Newcomer): Promise<boolean> {
    if ((await where.rows(BAN_OF, [roomId, userId])).length > 0) return true;
    return isGuest && this.comesFromNetworkOfBanned(where, roomId, userId);
  }

  private async comesFromNetworkOfBanned(where: Reader, roomId: string, userId: string): Promise<boolean> {
    const address = await this.addresses.latestOf(where, userId);
    if (address === null) return false;
    const since = this.clock.now().getTime() - MILLISECONDS_OF_NETWORK;
    return (await where.rows(BAN_OF_NETWORK, [roomId, networkOf(address), since])).length > 0;
  }
}
