import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../auth/index.js';
import { BotRemains } from '../bots/index.js';
import { Database, NO_LOCKS, type Transaction } from '../database/index.js';
import { BackgroundWork } from '../reactors/index.js';
import { Clock } from '../runtime/index.js';
import { REMOVE_SOME_OF_NO_WEBHOOK, REMOVE_SOME_OLD_DELIVERIES } from './deliveries.queries.js';
import {
  IDS_OF_WEBHOOKS,
  REMOVE_WEBHOOK,
  SOME_WEBHOOKS_OF_ACCOUNT,
  SOME_WEBHOOKS_OF_DISABLED_BOTS,
} from './webhooks.queries.js';

const HOUR = 60 * 60 * 1000;
/** So long it can be seen what became of a delivery. */
const KEPT_MILLISECONDS = 7 * 24 * HOUR;
const ROWS_AT_ONCE = 500;

/** Removes webhooks with what belongs to them: those of accounts and bots that are no more, and old deliveries every hour. A webhook that is gone leaves its deliveries for a while. */
@Injectable()
export class RemovedWebhooks implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private removed: (webhookId: string) => void = () => undefined;
  private readonly work = new BackgroundWork('old deliveries', async (untilDone) => {
    if (!(await untilDone(() => this.removeOfDisabledBots()))) return;
    if (!(await untilDone(() => this.removeSomeOld()))) return;
    await untilDone(() => this.removeSomeOfNoWebhook());
  });

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRemains,
    private readonly bots: BotRemains,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.accounts.inPieces(({ userId }) => this.removeSome(SOME_WEBHOOKS_OF_ACCOUNT, [userId, userId]));
    this.bots.atOnce((tx, botId) => this.removeOfBot(tx, botId));
  }

  onApplicationBootstrap(): void {
    this.work.wakeEveryHour();
  }

  /** Before the database closes. */
  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  /** Calls back with each webhook that is gone. */
  onRemoved(removed: (webhookId: string) => void): void {
    this.removed = removed;
  }

  async remove(tx: Transaction, webhookId: string): Promise<void> {
    await tx.rows(REMOVE_WEBHOOK, [webhookId]);
    tx.afterCommit(() => {
      this.removed(webhookId);
      this.work.wake();
    });
  }

  private async removeOfBot(tx: Transaction, botId: string): Promise<void> {
    for (const { id } of await tx.rows<{ id: string }>(IDS_OF_WEBHOOKS, [botId])) await this.remove(tx, id);
  }

  private removeOfDisabledBots(): Promise<boolean> {
    return this.removeSome(SOME_WEBHOOKS_OF_DISABLED_BOTS, []);
  }

  private removeSome(query: typeof SOME_WEBHOOKS_OF_ACCOUNT, values: readonly string[]): Promise<boolean> {
    return this.database.write(NO_LOCKS, async (tx) => {
      const found = await tx.rows<{ id: string }>(query, [...values, ROWS_AT_ONCE]);
      for (const { id } of found) await this.remove(tx, id);
      return found.length > 0;
    });
  }

  private async removeSomeOld(): Promise<boolean> {
    const before = this.clock.now().getTime() - KEPT_MILLISECONDS;
    return (
      (await this.database.write(NO_LOCKS, (tx) => tx.rows(REMOVE_SOME_OLD_DELIVERIES, [before, ROWS_AT_ONCE])))
        .length > 0
    );
  }

  private async removeSomeOfNoWebhook(): Promise<boolean> {
    return (await this.database.write(NO_LOCKS, (tx) => tx.rows(REMOVE_SOME_OF_NO_WEBHOOK, [ROWS_AT_ONCE]))).length > 0;
  }
}
