import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { BackgroundWork, type UntilDone } from '../../reactors/index.js';
import { Clock } from '../../runtime/index.js';
import { ACCOUNTS_TO_REMOVE, NOTE_ACCOUNT_REMOVED } from './account-deletion.queries.js';
import { AccountRemains, type DeletedAccount } from './account-remains.js';

/** Removes what is stored for deleted accounts, in pieces: first from their rooms, so that nothing of theirs comes after it. */
@Injectable()
export class DeletedAccountsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new BackgroundWork('deleted accounts', (untilDone) => this.sweepAll(untilDone));

  constructor(
    private readonly database: Database,
    private readonly remains: AccountRemains,
    private readonly clock: Clock,
  ) {}

  /** There may be an account to remove. */
  wake(): void {
    this.work.wake();
  }

  /** Resolves once nothing is left to remove. */
  isDone(): Promise<void> {
    return this.work.isDone();
  }

  onApplicationBootstrap(): void {
    this.wake();
  }

  /** Before the database closes. */
  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  private async sweepAll(untilDone: UntilDone): Promise<void> {
    for (const account of await this.left()) await this.sweep(account, untilDone);
  }

  private async left(): Promise<DeletedAccount[]> {
    const rows = await this.database.rows<{ userId: string; withMessages: number }>(ACCOUNTS_TO_REMOVE, []);
    return rows.map(({ userId, withMessages }) => ({ userId, withMessages: withMessages === 1 }));
  }

  private async sweep(account: DeletedAccount, untilDone: UntilDone): Promise<void> {
    for (const removeSome of this.remains.pieces) if (!(await untilDone(() => removeSome(account)))) return;
    const { userId, withMessages } = account;
    const now = this.clock.now().getTime();
    await this.database.write({ people: [userId] }, (tx) =>
      tx.rows(NOTE_ACCOUNT_REMOVED, [now, userId, withMessages ? 1 : 0]),
    );
  }
}
