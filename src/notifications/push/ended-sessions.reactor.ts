import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionEnded } from '../../auth/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database } from '../../database/index.js';
import type { LoggedEvent } from '../../log/index.js';
import { type Reactor, Reactors } from '../../reactors/index.js';
import { REMOVE_SUBSCRIPTIONS_OF_SESSION } from './push.queries.js';

/** Forgets the device that a session registered, once it has ended. Nothing was sent there from that moment on. */
@Injectable()
export class EndedSessionsReactor implements Reactor, OnModuleInit {
  readonly name = 'devices-of-ended-sessions';
  readonly kinds = [SessionEnded];
  // Before there was this reactor nobody had a device.
  readonly begins = 'at the end';

  constructor(
    private readonly reactors: Reactors,
    private readonly database: Database,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    if (this.settings.webPush) this.reactors.add(this);
  }

  async react({ personId, subjectId }: LoggedEvent): Promise<void> {
    if (personId === null) return;
    await this.database.write({ people: [personId] }, (tx) =>
      tx.rows(REMOVE_SUBSCRIPTIONS_OF_SESSION, [subjectId, personId]),
    );
  }
}
