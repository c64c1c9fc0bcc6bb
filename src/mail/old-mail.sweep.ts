import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, NO_LOCKS } from '../database/index.js';
import { BackgroundWork } from '../reactors/index.js';
import { Clock } from '../runtime/index.js';
import { REMOVE_SOME_OLD_MAIL } from './mail.queries.js';

const HOUR = 60 * 60 * 1000;
/** So long it is known what became of an e-mail. */
const KEPT_MILLISECONDS = 7 * 24 * HOUR;
const ROWS_AT_ONCE = 500;

/** Forgets what was sent more than a week ago, at the start and every hour. */
@Injectable()
export class OldMailSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new BackgroundWork('old mail', async (untilDone) => {
    await untilDone(() => this.removeSome());
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

  private async removeSome(): Promise<boolean> {
    const before = this.clock.now().getTime() - KEPT_MILLISECONDS;
    const values = [before, ROWS_AT_ONCE];
    return (await this.database.write(NO_LOCKS, (tx) => tx.rows(REMOVE_SOME_OLD_MAIL, values))).length > 0;
  }
}
