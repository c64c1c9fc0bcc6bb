import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { BatchLoader, inOrderOf } from '../../graphql/index.js';
import type { BotType } from '../bot.type.js';
import { KeptBots } from '../kept-bots.js';
import { ShownBots } from '../shown-bots.js';
import type { IncomingWebhook } from './incoming-webhook.entity.js';
import { IncomingWebhookType } from './incoming-webhook.type.js';
import { WEBHOOKS_OF_BOTS, WEBHOOKS_WITH_IDS } from './incoming-webhooks.queries.js';

/** Incoming webhooks as those see them who look after their bot. */
@Injectable()
export class ShownWebhooks {
  private readonly byBot = new BatchLoader<string, readonly IncomingWebhook[]>(
    (botIds) => this.findOf(botIds),
    () => [],
  );
  private readonly byId = new BatchLoader<string, IncomingWebhook | null>(
    async (ids) => inOrderOf(ids, await this.database.find(WEBHOOKS_WITH_IDS, [ids]), ({ id }) => id),
    () => [],
  );

  constructor(
    private readonly database: Database,
    private readonly bots: KeptBots,
    private readonly shownBots: ShownBots,
  ) {}

  /** Null for everybody else. */
  async of(scope: object, viewer: Actor | null, bot: BotType): Promise<IncomingWebhookType[] | null> {
    if (!(await this.bots.mayLookAfter(scope, viewer, bot))) return null;
    return (await this.byBot.load(scope, bot.id)).map((webhook) => IncomingWebhookType.of(webhook));
  }

  /** One of them. */
  async withId(scope: object, viewer: Actor, id: string): Promise<IncomingWebhookType | null> {
    const webhook = await this.byId.load(scope, id);
    if (!webhook) return null;
    const bot = await this.shownBots.get(scope, webhook.botId);
    return (await this.bots.mayLookAfter(scope, viewer, bot)) ? IncomingWebhookType.of(webhook) : null;
  }

  private async findOf(botIds: readonly string[]): Promise<(readonly IncomingWebhook[])[]> {
    const found = Map.groupBy(await this.database.find(WEBHOOKS_OF_BOTS, [botIds]), ({ botId }) => botId);
    return botIds.map((botId) => found.get(botId) ?? []);
  }
}
