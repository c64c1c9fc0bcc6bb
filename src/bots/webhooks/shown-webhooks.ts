import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { BatchLoader } from '../../graphql/index.js';
import type { BotType } from '../bot.type.js';
import { KeptBots } from '../kept-bots.js';
import type { IncomingWebhook } from './incoming-webhook.entity.js';
import { IncomingWebhookType } from './incoming-webhook.type.js';
import { WEBHOOKS_OF_BOTS } from './incoming-webhooks.queries.js';

/** Incoming webhooks as those see them who look after their bot. */
@Injectable()
export class ShownWebhooks {
  private readonly byBot = new BatchLoader<string, readonly IncomingWebhook[]>(
    (botIds) => this.find(botIds),
    () => [],
  );

  constructor(
    private readonly database: Database,
    private readonly bots: KeptBots,
  ) {}

  /** Null for everybody else. */
  async of(
    scope: object,
    viewer: Actor | null,
    { id, ownerId, userId }: BotType,
  ): Promise<IncomingWebhookType[] | null> {
    if (!(await this.bots.mayLookAfter(viewer, ownerId))) return null;
    return (await this.byBot.load(scope, id)).map((webhook) => IncomingWebhookType.of(webhook, userId));
  }

  private async find(botIds: readonly string[]): Promise<(readonly IncomingWebhook[])[]> {
    const found = Map.groupBy(await this.database.find(WEBHOOKS_OF_BOTS, [botIds]), ({ botId }) => botId);
    return botIds.map((botId) => found.get(botId) ?? []);
  }
}
