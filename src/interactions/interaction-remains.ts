import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../auth/index.js';
import { Database, type FindLocks, type Query, type Reader, type SqlValue } from '../database/index.js';
import { BackgroundWork } from '../reactors/index.js';
import { RoomRemains } from '../rooms/index.js';
import { Clock } from '../runtime/index.js';
import { REMOVE_SOME_COMMANDS_OF_ACCOUNT } from './commands/commands.queries.js';
import { answerableSince } from './interactions.policy.js';
import {
  REMOVE_INTERACTIONS,
  SOME_INTERACTIONS_OF_ACCOUNT,
  SOME_INTERACTIONS_OF_ROOM,
  SOME_OLD_INTERACTIONS,
} from './interactions.queries.js';

const ROWS_AT_ONCE = 200;

/** Removes what nobody can answer any more: what was asked a day ago, in a room that was deleted, or by or of an account that was. */
@Injectable()
export class InteractionRemains implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly old = new BackgroundWork('old interactions', async (untilDone) => {
    await untilDone(() => this.removeSome(SOME_OLD_INTERACTIONS, [answerableSince(this.clock.now()), ROWS_AT_ONCE]));
  });

  constructor(
    private readonly database: Database,
    private readonly rooms: RoomRemains,
    private readonly accounts: AccountRemains,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.rooms.ofRoom((roomId) => this.removeSome(SOME_INTERACTIONS_OF_ROOM, [roomId, ROWS_AT_ONCE]));
    this.accounts.inPieces(({ userId }) =>
      this.removeSome(SOME_INTERACTIONS_OF_ACCOUNT, [userId, userId, ROWS_AT_ONCE]),
    );
    this.accounts.inPieces(({ userId }) => this.removeSomeCommands(userId));
  }

  onApplicationBootstrap(): void {
    this.old.wakeEveryHour();
  }

  /** Before the database closes. */
  onModuleDestroy(): Promise<void> {
    return this.old.stop();
  }

  private removeSome(some: Query, values: readonly SqlValue[]): Promise<boolean> {
    return this.database.write(roomsOf(some, values), async (tx) => {
      const ids = (await found(tx, some, values)).map(({ id }) => id);
      return ids.length > 0 && (await tx.rows(REMOVE_INTERACTIONS, [ids])).length > 0;
    });
  }

  private removeSomeCommands(userId: string): Promise<boolean> {
    return this.database.write({ people: [userId] }, async (tx) => {
      return (await tx.rows(REMOVE_SOME_COMMANDS_OF_ACCOUNT, [userId, userId, ROWS_AT_ONCE])).length > 0;
    });
  }
}

interface Placed {
  readonly id: string;
  readonly roomId: string;
}

function roomsOf(some: Query, values: readonly SqlValue[]): FindLocks {
  return async (where) => ({ rooms: (await found(where, some, values)).map(({ roomId }) => roomId) });
}

function found(where: Reader, some: Query, values: readonly SqlValue[]): Promise<Placed[]> {
  return where.rows<Placed>(some, values);
}
