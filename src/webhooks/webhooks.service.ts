import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import { BotIsDisabled, KeptBots } from '../bots/index.js';
import type { Actor } from '../caller/index.js';
import { filterFrom } from '../consumers/index.js';
import { Database, type FindLocks, type Transaction } from '../database/index.js';
import { EventLog } from '../log/index.js';
import { NotAsked } from '../outgoing/index.js';
import { Clock, isId, newId } from '../runtime/index.js';
import { HURRY, SEND_AGAIN, SEND_ALL_AGAIN } from './deliveries.queries.js';
import { DeliveryQueue } from './delivery-queue.js';
import { RemovedWebhooks } from './removed-webhooks.js';
import { Selections } from './selections.js';
import { newSecret } from './signature.js';
import { actorOf } from './webhook-actor.js';
import { WebhookFeeds } from './webhook-feeds.js';
import { WebhookGuard } from './webhook-guard.js';
import { Webhook } from './webhook.entity.js';
import { WebhookType } from './webhook.type.js';
import { BadAddress, BadSelection, TooManyWebhooks, WebhookNotFound } from './webhooks.errors.js';
import type { CreateWebhookInput, RedeliverInput, UpdateWebhookInput } from './webhooks.inputs.js';
import { BOT_OF_WEBHOOK, COUNT_OF_WEBHOOKS } from './webhooks.queries.js';

/** Each follows the feed for itself, and may be asked how far behind it is. */
export const MAX_WEBHOOKS = 10;
const MAX_SELECTION_LENGTH = 4000;
const BOTH_SIGN_MILLISECONDS = 24 * 60 * 60 * 1000;
const MAX_LOOK_UP_MILLISECONDS = 5000;
const MAX_IDS = 100;
const MAX_SENT_AGAIN = 1000;

/** Who may change a webhook. */
type Right = 'asOwner' | 'asOwnerOrAdministrator';

@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly bots: KeptBots,
    private readonly selections: Selections,
    private readonly guard: WebhookGuard,
    private readonly feeds: WebhookFeeds,
    private readonly queue: DeliveryQueue,
    private readonly removed: RemovedWebhooks,
    private readonly log: EventLog,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async createWebhook(actor: Actor, input: CreateWebhookInput): Promise<{ webhook: WebhookType; secret: string }> {
    const { botId, url, selection } = input;
    const filter = filterFrom(input.filter);
    this.assertSelection(selection);
    await this.assertAddress(url);
    const secret = newSecret();
    const made = await this.database.write(this.bots.locksOf(actor, botId), async (tx) => {
      const { bot, account } = await this.bots.asOwner(tx, actor, botId);
      if (account.disabledAt !== null || account.endedAt !== null) throw new BotIsDisabled();
      const [count] = await tx.rows<{ total: number }>(COUNT_OF_WEBHOOKS, [botId]);
      if ((count?.total ?? 0) >= MAX_WEBHOOKS) throw new TooManyWebhooks(MAX_WEBHOOKS);
      const webhook = tx.em.create(Webhook, {
        ...{ id: newId(), botId: bot.id, url, filter, selection, secret },
        ...{ previousSecret: null, previousUntil: null, isPaused: false, failingSince: null },
        position: this.log.head().position,
        createdAt: this.clock.now(),
      });
      await tx.em.flush();
      await this.note(tx, AuditAction.WEBHOOK_CREATED, actor, { subjectId: account.id, url });
      return webhook;
    });
    await this.feeds.follow(made.id);
    return { webhook: this.shown(made), secret };
  }

  async updateWebhook(actor: Actor, { webhookId, url, filter, selection }: UpdateWebhookInput): Promise<WebhookType> {
    if (selection != null) this.assertSelection(selection);
    if (url != null) await this.assertAddress(url);
    const changed = filter == null ? null : filterFrom(filter);
    return this.change(actor, webhookId, 'asOwner', async (tx, webhook, subjectId) => {
      webhook.url = url ?? webhook.url;
      webhook.filter = changed ?? webhook.filter;
      webhook.selection = selection ?? webhook.selection;
      await this.note(tx, AuditAction.WEBHOOK_CHANGED, actor, { subjectId, url: webhook.url });
    });
  }

  /** The secret from before signs for a day more. */
  async rotateWebhookSecret(actor: Actor, webhookId: string): Promise<{ webhook: WebhookType; secret: string }> {
    const secret = newSecret();
    const webhook = await this.change(actor, webhookId, 'asOwner', async (tx, found, subjectId) => {
      found.previousSecret = found.secret;
      found.previousUntil = new Date(this.clock.now().getTime() + BOTH_SIGN_MILLISECONDS);
      found.secret = secret;
      await this.note(tx, AuditAction.WEBHOOK_CHANGED, actor, { subjectId, url: found.url });
    });
    return { webhook, secret };
  }

  /** Continued, it tries at once what has failed. */
  async pauseWebhook(actor: Actor, webhookId: string, isPaused: boolean): Promise<WebhookType> {
    return this.change(actor, webhookId, 'asOwnerOrAdministrator', async (tx, webhook) => {
      const now = this.clock.now().getTime();
      if (webhook.isPaused && !isPaused) {
        webhook.failingSince = null;
        await tx.rows(HURRY, [now, webhookId, now]);
      }
      webhook.isPaused = isPaused;
    });
  }

  async deleteWebhook(actor: Actor, webhookId: string): Promise<void> {
    await this.database.write(this.locksOf(actor, webhookId), async (tx) => {
      const { webhook, subjectId } = await this.get(tx, actor, webhookId, 'asOwnerOrAdministrator');
      await this.note(tx, AuditAction.WEBHOOK_DELETED, actor, { subjectId, url: webhook.url });
      await this.removed.remove(tx, webhookId);
    });
  }

  /** What is DEAD, in no order. */
  async redeliver(actor: Actor, { webhookId, deliveryIds }: RedeliverInput): Promise<WebhookType> {
    return this.change(actor, webhookId, 'asOwner', async (tx) => {
      const now = this.clock.now().getTime();
      if (deliveryIds == null) await tx.rows(SEND_ALL_AGAIN, [now, webhookId, MAX_SENT_AGAIN]);
      else await tx.rows(SEND_AGAIN, [now, webhookId, deliveryIds.filter(isId).slice(0, MAX_IDS)]);
    });
  }

  private async change(
    actor: Actor,
    webhookId: string,
    right: Right,
    how: (tx: Transaction, webhook: Webhook, subjectId: string) => Promise<void>,
  ): Promise<WebhookType> {
    const changed = await this.database.write(this.locksOf(actor, webhookId), async (tx) => {
      const { webhook, subjectId } = await this.get(tx, actor, webhookId, right);
      await how(tx, webhook, subjectId);
      await tx.em.flush();
      return webhook;
    });
    await this.feeds.follow(webhookId);
    this.queue.wake();
    return this.shown(changed);
  }

  private async get(tx: Transaction, actor: Actor, webhookId: string, right: Right) {
    const webhook = isId(webhookId) ? await tx.em.findOne(Webhook, { id: webhookId }) : null;
    if (!webhook) throw new WebhookNotFound();
    const { account } = await this.bots[right](tx, actor, webhook.botId).catch(() => {
      throw new WebhookNotFound();
    });
    return { webhook, subjectId: account.id };
  }

  private locksOf(actor: Actor, webhookId: string): FindLocks {
    return async (where) => {
      const [found] = isId(webhookId) ? await where.rows<{ botId: string }>(BOT_OF_WEBHOOK, [webhookId]) : [];
      return found ? this.bots.locksOf(actor, found.botId)(where) : { people: [actor.userId] };
    };
  }

  private assertSelection(selection: string): void {
    if (selection.length > MAX_SELECTION_LENGTH) throw new BadSelection('it is too long.');
    this.selections.read(selection, actorOf('', { userId: '', ownerId: '' }));
  }

  /** What is forbidden is said when it is written. A name that nobody knows yet may be known when something is sent. */
  private async assertAddress(url: string): Promise<void> {
    try {
      await this.guard.admit(url, AbortSignal.timeout(MAX_LOOK_UP_MILLISECONDS));
    } catch (error) {
      if (error instanceof NotAsked) throw new BadAddress();
    }
  }

  private shown(webhook: Webhook): WebhookType {
    return WebhookType.of(webhook, this.clock.now());
  }

  private note(
    tx: Transaction,
    action: AuditAction,
    { userId, sessionId }: Actor,
    { subjectId, url }: { readonly subjectId: string; readonly url: string },
  ): Promise<void> {
    const detail = new URL(url).host;
    return this.audit.record(tx, { action, actorId: userId, sessionId, subjectId, detail });
  }
}
