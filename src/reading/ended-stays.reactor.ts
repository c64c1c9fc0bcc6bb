import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { LoggedEvent } from '../log/index.js';
import { type Reactor, Reactors } from '../reactors/index.js';
import { MemberLeft } from '../rooms/index.js';
import { ThreadFollowers } from '../threads/index.js';
import { REMOVE_STATES_OF_ENDED_STAYS } from './reading.queries.js';

/** Forgets what somebody had read of a room and its threads, and how they wanted to hear of it, once they are out. */
@Injectable()
export class EndedStaysReactor implements Reactor, OnModuleInit {
  readonly name = 'ended-stays';
  readonly kinds = [MemberLeft];
  // Before there was this reactor nobody had a state.
  readonly begins = 'at the end';

  constructor(
    private readonly reactors: Reactors,
    private readonly database: Database,
    private readonly followers: ThreadFollowers,
  ) {}

  onModuleInit(): void {
    this.reactors.add(this);
  }

  /** They may be in the room again by now: the states of stays that last are left alone. */
  async react({ roomId, subjectId }: LoggedEvent): Promise<void> {
    await this.database.write({ people: [subjectId] }, async (tx) => {
      await tx.rows(REMOVE_STATES_OF_ENDED_STAYS, [subjectId, roomId]);
      await this.followers.forgetEndedStays(tx, subjectId, roomId);
    });
  }
}
