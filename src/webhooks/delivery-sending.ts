import { Injectable } from '@nestjs/common';
import { KeptBots } from '../bots/index.js';
import type { Actor } from '../caller/index.js';
import { Database, NO_LOCKS, type Transaction } from '../database/index.js';
import { PersonFeeds } from '../feed/index.js';
import { EventLog, type LoggedEvent } from '../log/index.js';
import { Clock } from '../runtime/index.js';
import { BEGIN_NEXT_OF_LANE, POSTPONE, SETTLE } from './deliveries.queries.js';
import { EventBody } from './event-body.js';
import { GONE, type Outcome, Receiver } from './receiver.js';
import { signedHeaders } from './signature.js';
import { actorOf } from './webhook-actor.js';
import type { Webhook } from './webhook.entity.js';
import { LIVE_WEBHOOK, NOTE_FAILURE, NOTE_SUCCESS, PAUSE_WEBHOOK } from './webhooks.queries.js';

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];
/** After the first attempt, the second and so on; one more is the last. */
const PAUSES_MILLISECONDS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR] as const;
const MAX_ATTEMPTS = PAUSES_MILLISECONDS.length + 1;

/** A delivery that is to be tried now. */
export interface DueDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly position: number;
  readonly lane: string;
  readonly attempts: number;
}

interface Attempt extends Outcome {
  /** There is nothing to be sent, and there never will be. */
  readonly isOver: boolean;
}

/** There is nothing to be sent, and there never will be. */
class NothingToSend extends Error {}

/** Sends one event to one webhook: asks once more whether its bot may see it, and keeps what became of it. */
@Injectable()
export class DeliverySending {
  constructor(
    private readonly database: Database,
    private readonly bots: KeptBots,
    private readonly feeds: PersonFeeds,
    private readonly log: EventLog,
    private readonly bodies: EventBody,
    private readonly receiver: Receiver,
    private readonly clock: Clock,
  ) {}

  /** Says whether the webhook is paused now, because its receiver wants nothing more. */
  async send(delivery: DueDelivery, stopping: AbortSignal): Promise<{ isPaused: boolean }> {
    const [webhook] = await this.database.find(LIVE_WEBHOOK, [delivery.webhookId]);
    const accounts = webhook && (await this.bots.accountsOf(webhook.botId));
    if (!webhook || !accounts) return { isPaused: false };
    const bot = actorOf(webhook.id, accounts);
    const outcome = await this.attempt(delivery, webhook, bot, stopping);
    await this.keep(delivery, outcome, bot);
    return { isPaused: outcome.statusCode === GONE };
  }

  private async attempt(
    { eventId, position }: DueDelivery,
    webhook: Webhook,
    bot: Actor,
    stopping: AbortSignal,
  ): Promise<Attempt> {
    try {
      const event = await this.find(eventId, position, bot);
      const body = await this.bodies.of(event, webhook.selection, bot);
      const sentAt = this.clock.now();
      // The same for ever, and another for each webhook: two of them may go to one receiver.
      const id = `${eventId}_${webhook.id}`;
      const signature = signedHeaders({ id, sentAt, body }, secretsOf(webhook, sentAt));
      return { isOver: false, ...(await this.receiver.post(webhook.url, body, signature, stopping)) };
    } catch (error) {
      stopping.throwIfAborted();
      const failed = { isTaken: false, isOver: false, statusCode: null, waitMilliseconds: 0 };
      if (error instanceof NothingToSend) return { ...failed, error: error.message, isOver: true };
      return { ...failed, error: 'The event could not be read. The selection may not fit this server any more.' };
    }
  }

  /** Its bot may have left the room since, or the room may be gone. */
  private async find(eventId: string, position: number, bot: Actor): Promise<LoggedEvent> {
    const [event] = await this.log.allAfter(position - 1, 1);
    if (event?.id !== eventId) throw new NothingToSend('What it told of is gone.');
    const { stream, unfollow } = this.feeds.follow();
    try {
      await stream.roomsOfSubject.find([event]);
      const reader = this.feeds.readerOf(bot);
      await reader.standAt(this.log.head());
      // Of its own going a bot is told, as everywhere.
      if (!reader.sees(event) && event.subjectId !== bot.userId)
        throw new NothingToSend('The bot may not see this any more.');
      return event;
    } finally {
      unfollow();
    }
  }

  private async keep(delivery: DueDelivery, outcome: Attempt, bot: Actor): Promise<void> {
    const now = this.clock.now().getTime();
    const { id, webhookId, lane } = delivery;
    const attempts = delivery.attempts + 1;
    const isDead = !outcome.isTaken && (attempts >= MAX_ATTEMPTS || outcome.isOver || outcome.statusCode === GONE);
    // That the receiver wants nothing more changes the webhook itself.
    const locks = outcome.statusCode === GONE ? { people: [bot.userId, bot.bot?.ownerId ?? ''] } : NO_LOCKS;
    await this.database.writeTogether(locks, async (tx) => {
      await this.noteHealth(tx, webhookId, outcome);
      if (!outcome.isTaken && !isDead) {
        const next = now + Math.max(PAUSES_MILLISECONDS[attempts - 1] ?? 0, outcome.waitMilliseconds);
        await tx.rows(POSTPONE, [attempts, next, outcome.statusCode, outcome.error, id]);
        return;
      }
      await tx.rows(SETTLE, [isDead ? 'DEAD' : 'DELIVERED', attempts, outcome.statusCode, outcome.error, id]);
      await tx.rows(BEGIN_NEXT_OF_LANE, [now, webhookId, lane]);
    });
  }

  private async noteHealth(
    tx: Transaction,
    webhookId: string,
    { isTaken, isOver, statusCode }: Attempt,
  ): Promise<void> {
    if (isOver) return;
    if (isTaken) await tx.rows(NOTE_SUCCESS, [webhookId]);
    else await tx.rows(NOTE_FAILURE, [this.clock.now().getTime(), webhookId]);
    if (statusCode === GONE) await tx.rows(PAUSE_WEBHOOK, [webhookId]);
  }
}

function secretsOf({ secret, previousSecret, previousUntil }: Webhook, now: Date): string[] {
  return previousSecret !== null && previousUntil !== null && now < previousUntil ? [secret, previousSecret] : [secret];
}
