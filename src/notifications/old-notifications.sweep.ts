import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, NO_LOCKS, type Query } from '../database/index.js';
import { BackgroundWork } from '../reactors/index.js';
import { Clock } from '../runtime/index.js';
import { REMOVE_SOME_OLD_NOTIFICATIONS } from './calls/calls.queries.js';
import { REMOVE_SOME_OLD_MISSED } from './email/email.queries.js';
import { REMOVE_SOME_OLD_DELIVERIES } from './push/push.queries.js';

const HOUR = 60 * 60 * 1000;
/** So long it can be asked why somebody was notified, and what became of that. */
const KEPT_MILLISECONDS = 7 * 24 * HOUR;
const ROWS_AT_ONCE = 500;

/** Forgets what was decided and sent more than a week ago, at the start and every hour. */
@Injectable()
export class OldNotificationsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new BackgroundWork('old notifications', async (untilDone) => {
    for (const removal of [REMOVE_SOME_OLD_NOTIFICATIONS, REMOVE_SOME_OLD_DELIVERIES, REMOVE_SOME_OLD_MISSED])
      if (!(await untilDone(() => this.removeSome(removal)))) return;
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.work.wakeEveryHour();
  }

  /** Before the database closes. */
  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  private async removeSome(removal: Query): Promise<boolean> {
    const before = this.clock.now().getTime() - KEPT_MILLISECONDS;
    return (await this.database.write(NO_LOCKS, (tx) => tx.rows(removal, [before, ROWS_AT_ONCE]))).length > 0;
  }
}
