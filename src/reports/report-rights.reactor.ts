import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/index.js';
import { isOneOf, Journal, type LoggedEvent } from '../log/index.js';
import { type Reactor, Reactors } from '../reactors/index.js';
import { MemberJoined, MemberLeft, MemberRoleChanged } from '../rooms/index.js';
import { AdministratorChanged } from '../users/index.js';
import { ReportsChanged } from './reports.events.js';
import { OPEN_IN_ROOM, ROOMS_WITH_OPEN, STAY_OF_REVIEWER } from './reports.queries.js';

/** Tells whoever begins to look after a room or the server, or does so no more, what waits there now. */
@Injectable()
export class ReportRightsReactor implements Reactor, OnModuleInit {
  readonly name = 'report-rights';
  readonly kinds = [MemberRoleChanged, MemberJoined, MemberLeft, AdministratorChanged];
  // Before there was this reactor nothing was reported.
  readonly begins = 'at the end';

  constructor(
    private readonly reactors: Reactors,
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  onModuleInit(): void {
    this.reactors.add(this);
  }

  /** Twice is one event more, of which the last one says all. */
  async react(event: LoggedEvent): Promise<void> {
    const { subjectId: userId } = event;
    for (const roomId of await this.roomsConcerned(event))
      await this.database.write({ people: [userId] }, (tx) =>
        this.journal.ofPerson(tx, ReportsChanged, userId, { actorId: null, subjectId: roomId }),
      );
  }

  private async roomsConcerned(event: LoggedEvent): Promise<string[]> {
    const { position, roomId, subjectId: userId } = event;
    if (isOneOf(event, [AdministratorChanged])) return this.roomsWithOpen(userId);
    if (roomId === null || (await this.database.rows(OPEN_IN_ROOM, [roomId])).length === 0) return [];
    const isOfReviewer =
      isOneOf(event, [MemberRoleChanged]) ||
      (await this.database.rows(STAY_OF_REVIEWER, [roomId, userId, position, position])).length > 0;
    return isOfReviewer ? [roomId] : [];
  }

  private async roomsWithOpen(userId: string): Promise<string[]> {
    const rows = await this.database.rows<{ roomId: string }>(ROOMS_WITH_OPEN, [userId]);
    return rows.map(({ roomId }) => roomId);
  }
}
