import type { FeedStep } from '../feed/index.js';
import type { Database } from '../database/index.js';
import { NO_LOCKS } from '../database/index.js';
import { isOfRoom, type LogPosition } from '../log/index.js';
import { type Clock, newId, Wakeup } from '../runtime/index.js';
import { ADD_DELIVERY, IS_FULL } from './deliveries.queries.js';
import { MOVE_WEBHOOK } from './webhooks.queries.js';

/** So many may be pending for one webhook: what comes after that waits in the log. */
export const MAX_PENDING = 10_000;

/** Where the feed of one webhook goes: it is written down what is to be sent, and that moves the webhook's place. */
export class DeliveryLog {
  private steps: FeedStep[] = [];
  private isAsked = false;
  private isWriting = false;
  private isHeldBack = false;
  private isClosed = false;
  private readonly wakes = new Wakeup();

  constructor(
    private readonly webhookId: string,
    private readonly database: Database,
    private readonly clock: Clock,
    /** Called with each place up to which all is written down. */
    private readonly written: (place: LogPosition) => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  get isFull(): boolean {
    return !this.isClosed && (this.isWriting || this.isHeldBack);
  }

  send(step: FeedStep): void {
    this.steps.push(step);
    // What comes in the same turn is written together.
    if (!this.isAsked) setImmediate(() => void this.write().catch(this.failed));
    this.isAsked = true;
  }

  async drained(): Promise<void> {
    while (this.isFull) await this.wakes.wait();
  }

  /** Some are pending no more. */
  async look(): Promise<void> {
    if (!this.isHeldBack) return;
    this.isHeldBack = await this.hasEnough();
    this.wakes.wakeAll();
  }

  close(): void {
    this.isClosed = true;
    this.wakes.wakeAll();
  }

  private async write(): Promise<void> {
    this.isWriting = true;
    try {
      while (this.steps.length > 0 && !this.isClosed) await this.writeSome(this.steps.splice(0));
      this.isHeldBack = await this.hasEnough();
    } finally {
      this.isWriting = false;
      this.isAsked = false;
      this.wakes.wakeAll();
    }
  }

  private async writeSome(steps: readonly FeedStep[]): Promise<void> {
    const last = steps.at(-1);
    if (!last) return;
    const now = this.clock.now().getTime();
    const rows = steps.flatMap(({ event }) => (event ? [{ event, id: newId() }] : []));
    await this.database.writeTogether(NO_LOCKS, async (tx) => {
      for (const { event, id } of rows) {
        const lane = isOfRoom(event) ? event.roomId : this.webhookId;
        await tx.rows(ADD_DELIVERY, [id, event.id, event.position, lane, lane, now, now, this.webhookId]);
      }
      await tx.rows(MOVE_WEBHOOK, [last.position, this.webhookId, last.position]);
    });
    this.written({ position: last.position, eventId: last.eventId });
  }

  private async hasEnough(): Promise<boolean> {
    return (await this.database.rows(IS_FULL, [this.webhookId, MAX_PENDING - 1])).length > 0;
  }
}
