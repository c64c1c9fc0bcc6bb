import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { KeptBots } from '../bots/index.js';
import { ConsumerConnections, ConsumerDelivery, WantedEvents } from '../consumers/index.js';
import { Database } from '../database/index.js';
import { type FeedStep, PersonFeeds } from '../feed/index.js';
import { EventLog, type LogPosition } from '../log/index.js';
import { Mentioned } from '../mentions/index.js';
import { Clock } from '../runtime/index.js';
import { DeliveryLog } from './delivery-log.js';
import { DeliveryQueue } from './delivery-queue.js';
import { RemovedWebhooks } from './removed-webhooks.js';
import { actorOf } from './webhook-actor.js';
import type { Webhook } from './webhook.entity.js';
import { RUNNING_WEBHOOKS, WEBHOOKS_WITH_IDS } from './webhooks.queries.js';

/** Written down in one change, and so many more may wait for it. */
const IN_FLIGHT = 200;
const PAUSE_AFTER_FAULT_MILLISECONDS = 5000;

/** What is delivered is made when it is sent: until then it is a step of the feed. */
const STEPS_ALONE = { atOnce: IN_FLIGHT, payloadOf: (step: FeedStep) => Promise.resolve(step) };

interface Running {
  readonly delivery: ConsumerDelivery<FeedStep>;
  readonly log: DeliveryLog;
}

/** Each webhook that is not paused follows the feed of its bot, as a consumer does. */
@Injectable()
export class WebhookFeeds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('webhooks');
  private readonly connections = new ConsumerConnections();
  private readonly running = new Map<string, Running>();
  private readonly restarts = new Map<string, NodeJS.Timeout>();
  private isOver = false;

  constructor(
    private readonly database: Database,
    private readonly bots: KeptBots,
    private readonly feeds: PersonFeeds,
    private readonly log: EventLog,
    private readonly mentioned: Mentioned,
    private readonly queue: DeliveryQueue,
    private readonly clock: Clock,
    removed: RemovedWebhooks,
  ) {
    removed.onRemoved((webhookId) => {
      this.end(webhookId);
    });
    queue.onSettled((webhookId) => void this.running.get(webhookId)?.log.look());
    queue.onPaused((webhookId) => {
      this.end(webhookId);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const webhook of await this.database.find(RUNNING_WEBHOOKS, [])) await this.begin(webhook);
  }

  onModuleDestroy(): void {
    this.isOver = true;
    for (const webhookId of [...this.running.keys(), ...this.restarts.keys()]) this.end(webhookId);
  }

  /** Begins, or begins anew where it has changed; ends where it is paused, or there no more. */
  async follow(webhookId: string): Promise<void> {
    this.end(webhookId);
    const [webhook] = await this.database.find(WEBHOOKS_WITH_IDS, [[webhookId]]);
    if (webhook && !webhook.isPaused) await this.begin(webhook);
  }

  private async begin(webhook: Webhook): Promise<void> {
    const { id, filter, position } = webhook;
    const accounts = await this.bots.accountsOf(webhook.botId);
    if (this.isOver || !accounts || this.running.has(id)) return;
    const written = (place: LogPosition): void => {
      delivery.acknowledged(place);
      this.queue.wake();
    };
    const log = new DeliveryLog(id, this.database, this.clock, written, (error) => {
      this.beginLater(id, error);
    });
    const { stream, unfollow: release } = this.feeds.follow();
    const delivery = new ConsumerDelivery<FeedStep>(
      {
        consumerId: id,
        stream,
        reader: this.feeds.readerOf(actorOf(id, accounts)),
        wanted: new WantedEvents(filter, accounts.userId, this.mentioned),
        inFlight: IN_FLIGHT,
        isNew: false,
        findPlace: () => Promise.resolve({ position, eventId: '' }),
        connections: this.connections,
        log: this.log,
        release,
      },
      STEPS_ALONE,
      log,
    );
    this.running.set(id, { delivery, log });
    delivery.follow().catch((error: unknown) => {
      this.beginLater(id, error);
    });
  }

  private end(webhookId: string): void {
    clearTimeout(this.restarts.get(webhookId));
    this.restarts.delete(webhookId);
    const running = this.running.get(webhookId);
    this.running.delete(webhookId);
    running?.delivery.close();
    running?.log.close();
  }

  /** From its place, as it is written down. */
  private beginLater(webhookId: string, error: unknown): void {
    if (this.isOver || !this.running.has(webhookId)) return;
    this.logger.warn(`A webhook follows again in ${String(PAUSE_AFTER_FAULT_MILLISECONDS / 1000)} s: ${String(error)}`);
    this.end(webhookId);
    const again = setTimeout(() => {
      this.follow(webhookId).catch((fault: unknown) => {
        this.logger.warn(`A webhook could not follow: ${String(fault)}`);
      });
    }, PAUSE_AFTER_FAULT_MILLISECONDS).unref();
    this.restarts.set(webhookId, again);
  }
}
