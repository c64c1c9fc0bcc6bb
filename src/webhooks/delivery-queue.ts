import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/index.js';
import { QueueRun } from '../reactors/index.js';
import { Clock, Tally } from '../runtime/index.js';
import { NEXT_DUE, SOME_DUE } from './deliveries.queries.js';
import { DeliverySending, type DueDelivery } from './delivery-sending.js';

const MAX_AT_ONCE = 64;
/** One receiver that is slow does not take all places, however many webhooks go to it. */
const MAX_AT_ONCE_OF_HOST = 24;
const MAX_AT_ONCE_OF_WEBHOOK = 4;
const DUE_AT_ONCE = 200;
/** What is due may be held back by an account that is disabled, and enabled again at any time. */
const LOOK_AGAIN_MILLISECONDS = 60_000;

interface DueAtUrl extends DueDelivery {
  readonly url: string;
}

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
  private readonly ofHosts = new Tally();
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

  /** As many as there are places for; says whether there may be more. Each, once it is done, has this run again. */
  private async beginSome(): Promise<boolean> {
    const passedOver = new Set(this.ofWebhooks.from(MAX_AT_ONCE_OF_WEBHOOK));
    while (this.queue.size < MAX_AT_ONCE) {
      const due = await this.database.rows<DueAtUrl>(SOME_DUE, [this.now(), [...passedOver], DUE_AT_ONCE]);
      for (const delivery of due) if (!this.beginWherePlace(delivery)) passedOver.add(delivery.webhookId);
      if (due.length < DUE_AT_ONCE) return due.length > 0;
    }
    return true;
  }

  private beginWherePlace(delivery: DueAtUrl): boolean {
    const { id, webhookId, url } = delivery;
    const host = URL.parse(url)?.host ?? '';
    if (this.queue.isUnderWay(id)) return true;
    const isFull =
      this.queue.size >= MAX_AT_ONCE ||
      this.ofHosts.of(host) >= MAX_AT_ONCE_OF_HOST ||
      this.ofWebhooks.of(webhookId) >= MAX_AT_ONCE_OF_WEBHOOK;
    if (!isFull) this.begin(delivery, host);
    return !isFull;
  }

  private begin(delivery: DueDelivery, host: string): void {
    const { id, webhookId } = delivery;
    const count = (by: number): void => {
      this.ofWebhooks.add(webhookId, by);
      this.ofHosts.add(host, by);
    };
    const work = async (): Promise<void> => {
      const { isPaused } = await this.sending.send(delivery, this.queue.signal);
      if (isPaused) this.paused(webhookId);
      this.settled(webhookId);
    };
    count(1);
    this.queue.begin(id, work, () => {
      count(-1);
    });
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
