import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/index.js';
import { QueueRun } from '../reactors/index.js';
import { Clock, Tally } from '../runtime/index.js';
import { NEXT_DUE, SOME_DUE } from './deliveries.queries.js';
import { DeliverySending } from './delivery-sending.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';

const MAX_AT_ONCE = 64;
/** One receiver that is slow does not take all places. */
const MAX_AT_ONCE_OF_WEBHOOK = 4;
const DUE_AT_ONCE = 500;
/** What is due may be held back by an account that is disabled, and enabled again at any time. */
const LOOK_AGAIN_MILLISECONDS = 60_000;

/**
 * Sends what is due, a few at once. All that is to be done is in the database: whoever is killed goes on at the next start. What was under way then is sent once more,
 * with the same webhook-id.
 */
@Injectable()
export class DeliveryQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly queue = new QueueRun(
    'webhooks',
    () => this.now(),
    () => this.round(),
  );
  private readonly ofWebhooks = new Tally();
  private settled: (webhookId: string) => void = () => undefined;
  private paused: (webhookId: string) => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly sending: DeliverySending,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.queue.stop();
  }

  /** Calls back with the webhook of which one more was tried. */
  onSettled(settled: (webhookId: string) => void): void {
    this.settled = settled;
  }

  /** Calls back with a webhook whose receiver wants nothing more. */
  onPaused(paused: (webhookId: string) => void): void {
    this.paused = paused;
  }

  /** There may be something to send. */
  wake(): void {
    this.queue.wake();
  }

  private async round(): Promise<number | null> {
    const some = await this.beginSome();
    const [row] = await this.database.rows<{ nextAt: number | string | null }>(NEXT_DUE, [this.now()]);
    const next = row?.nextAt == null ? null : Number(row.nextAt);
    return some || next !== null ? Math.min(next ?? Infinity, this.now() + LOOK_AGAIN_MILLISECONDS) : null;
  }

  /** As many as there are places for. Each, once it is done, has this run again. */
  private async beginSome(): Promise<boolean> {
    if (this.queue.size >= MAX_AT_ONCE) return true;
    const busy = this.ofWebhooks.from(MAX_AT_ONCE_OF_WEBHOOK);
    const due = await this.database.find(SOME_DUE, [this.now(), busy, DUE_AT_ONCE]);
    for (const delivery of due) {
      if (this.queue.size >= MAX_AT_ONCE) break;
      if (this.hasPlaceFor(delivery)) this.begin(delivery);
    }
    return due.length > 0;
  }

  private hasPlaceFor({ id, webhookId }: WebhookDelivery): boolean {
    return !this.queue.isUnderWay(id) && this.ofWebhooks.of(webhookId) < MAX_AT_ONCE_OF_WEBHOOK;
  }

  private begin(delivery: WebhookDelivery): void {
    const { id, webhookId } = delivery;
    this.ofWebhooks.add(webhookId, 1);
    const work = async (): Promise<void> => {
      const { isPaused } = await this.sending.send(delivery, this.queue.signal);
      if (isPaused) this.paused(webhookId);
      this.settled(webhookId);
    };
    this.queue.begin(id, work, () => {
      this.ofWebhooks.add(webhookId, -1);
    });
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
