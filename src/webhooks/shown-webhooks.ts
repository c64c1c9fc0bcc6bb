import { Injectable } from '@nestjs/common';
import { type BotType, KeptBots, ShownBots } from '../bots/index.js';
import type { Actor } from '../caller/index.js';
import { ConsumerLag, MAX_LAG } from '../consumers/index.js';
import { Database } from '../database/index.js';
import { BatchLoader, connectionOf, inOrderOf, pageSize } from '../graphql/index.js';
import { Cursors } from '../log/index.js';
import { Clock, isId } from '../runtime/index.js';
import { Administrators } from '../users/index.js';
import { COUNT_OF_PENDING, DELIVERIES_WITH_IDS, PAGE_IN_STATE, PAGE_OF_DELIVERIES } from './deliveries.queries.js';
import { type DeliveryConnection, type DeliveryState, DeliveryType } from './delivery.type.js';
import { actorOf } from './webhook-actor.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';
import type { Webhook } from './webhook.entity.js';
import { type WebhookConnection, WebhookType } from './webhook.type.js';
import { WebhookNotFound } from './webhooks.errors.js';
import { PAGE_OF_OWN_WEBHOOKS, PAGE_OF_WEBHOOKS, WEBHOOKS_OF_BOTS, WEBHOOKS_WITH_IDS } from './webhooks.queries.js';

const LIST = 'webhooks';
/** Comes after every id. */
const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

interface PageAsked {
  readonly first: number;
  readonly after: string | null | undefined;
}

/** Webhooks as those see them who look after their bots. */
@Injectable()
export class ShownWebhooks {
  private readonly byBot = new BatchLoader<string, readonly Webhook[]>(
    (botIds) => this.findOf(botIds),
    () => [],
  );
  private readonly byId = new BatchLoader<string, Webhook | null>(
    async (ids) => inOrderOf(ids, await this.database.find(WEBHOOKS_WITH_IDS, [ids]), ({ id }) => id),
    () => [],
  );
  private readonly deliveryById = new BatchLoader<string, WebhookDelivery | null>(
    async (ids) => inOrderOf(ids, await this.database.find(DELIVERIES_WITH_IDS, [ids]), ({ id }) => id),
    () => [],
  );

  constructor(
    private readonly database: Database,
    private readonly bots: KeptBots,
    private readonly shownBots: ShownBots,
    private readonly administrators: Administrators,
    private readonly lags: ConsumerLag,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** Those of the viewer's bots; for an administrator all. With a room, those that send what happens there. */
  async webhooks(
    viewer: Actor,
    { first, after, roomId }: PageAsked & { readonly roomId: string | null | undefined },
  ): Promise<WebhookConnection> {
    const size = pageSize('first', first);
    const before = after == null ? NEWEST : String(this.cursors.keyInList(LIST, after)[0]);
    // What cannot be an id is named by no filter.
    const naming = roomId == null ? '%' : isId(roomId) ? `%${roomId}%` : '';
    const found = (await this.administrators.has(viewer))
      ? await this.database.find(PAGE_OF_WEBHOOKS, [naming, before, size + 1])
      : await this.database.find(PAGE_OF_OWN_WEBHOOKS, [viewer.userId, naming, before, size + 1]);
    const more = { hasNextPage: found.length > size, hasPreviousPage: after != null };
    return connectionOf(
      found.slice(0, size).map((webhook) => this.shown(webhook)),
      ({ id }) => this.cursors.ofList(LIST, [id]),
      more,
    );
  }

  /** Null for whoever does not look after the bot. */
  async of(scope: object, viewer: Actor | null, bot: BotType): Promise<WebhookType[] | null> {
    if (!(await this.bots.mayLookAfter(scope, viewer, bot))) return null;
    return (await this.byBot.load(scope, bot.id)).map((webhook) => this.shown(webhook));
  }

  async withId(scope: object, viewer: Actor, id: string): Promise<WebhookType | null> {
    const webhook = await this.byId.load(scope, id);
    if (!webhook) return null;
    const bot = await this.shownBots.get(scope, webhook.botId);
    return (await this.bots.mayLookAfter(scope, viewer, bot)) ? this.shown(webhook) : null;
  }

  async deliveryWithId(scope: object, viewer: Actor, id: string): Promise<DeliveryType | null> {
    const delivery = await this.deliveryById.load(scope, id);
    if (!delivery) return null;
    return (await this.withId(scope, viewer, delivery.webhookId)) && DeliveryType.of(delivery);
  }

  async deliveries(
    { id }: WebhookType,
    { first, after, state }: PageAsked & { readonly state: DeliveryState | null | undefined },
  ): Promise<DeliveryConnection> {
    const size = pageSize('first', first);
    const list = `${LIST}:${id}:${state ?? ''}`;
    const before = after == null ? NEWEST : String(this.cursors.keyInList(list, after)[0]);
    const found =
      state == null
        ? await this.database.find(PAGE_OF_DELIVERIES, [id, before, size + 1])
        : await this.database.find(PAGE_IN_STATE, [id, state, before, size + 1]);
    const more = { hasNextPage: found.length > size, hasPreviousPage: after != null };
    return connectionOf(
      found.slice(0, size).map((delivery) => DeliveryType.of(delivery)),
      (delivery) => this.cursors.ofList(list, [delivery.id]),
      more,
    );
  }

  /** What is PENDING, and what is wanted of the feed after that. */
  async lag({ id, botId, position, kept }: WebhookType): Promise<number> {
    const accounts = await this.bots.accountsOf(botId);
    if (!accounts) throw new WebhookNotFound();
    const [pending] = await this.database.rows<{ total: number }>(COUNT_OF_PENDING, [id, MAX_LAG]);
    const place = { userId: accounts.userId, position, filter: kept };
    return Math.min((pending?.total ?? 0) + (await this.lags.of(actorOf(id, accounts), place)), MAX_LAG);
  }

  private shown(webhook: Webhook): WebhookType {
    return WebhookType.of(webhook, this.clock.now());
  }

  private async findOf(botIds: readonly string[]): Promise<(readonly Webhook[])[]> {
    const found = Map.groupBy(await this.database.find(WEBHOOKS_OF_BOTS, [botIds]), ({ botId }) => botId);
    return botIds.map((botId) => found.get(botId) ?? []);
  }
}
