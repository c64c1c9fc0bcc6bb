import { Injectable } from '@nestjs/common';
import { type BotType, KeptBots, ShownBots } from '../bots/index.js';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { BatchLoader, inOrderOf } from '../graphql/index.js';
import { Cursors } from '../log/index.js';
import type { Consumer } from './consumer.entity.js';
import type { ConsumerType } from './consumer.type.js';
import { CONSUMERS_OF_ACCOUNTS, CONSUMERS_WITH_IDS } from './consumers.queries.js';

/** Consumers as they are shown: to their own account, and of bots to those who look after them. */
@Injectable()
export class ShownConsumers {
  private readonly byAccount = new BatchLoader<string, readonly Consumer[]>(
    (userIds) => this.findOf(userIds),
    () => [],
  );
  private readonly byId = new BatchLoader<string, Consumer | null>(
    async (ids) => inOrderOf(ids, await this.database.find(CONSUMERS_WITH_IDS, [ids]), ({ id }) => id),
    () => [],
  );

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly bots: KeptBots,
    private readonly shownBots: ShownBots,
  ) {}

  /** The viewer's own. */
  async own(scope: object, { userId }: Actor): Promise<ConsumerType[]> {
    return (await this.byAccount.load(scope, userId)).map((consumer) => this.shown(consumer));
  }

  /** Those of a bot; null for whoever does not look after it. */
  async of(scope: object, viewer: Actor | null, bot: BotType): Promise<ConsumerType[] | null> {
    if (!(await this.bots.mayLookAfter(scope, viewer, bot))) return null;
    return (await this.byAccount.load(scope, bot.userId)).map((consumer) => this.shown(consumer));
  }

  async withId(scope: object, viewer: Actor, id: string): Promise<ConsumerType | null> {
    const consumer = await this.byId.load(scope, id);
    return consumer && (await this.maySee(scope, viewer, consumer)) ? this.shown(consumer) : null;
  }

  shown(consumer: Consumer): ConsumerType {
    const { id, name, acknowledgedAt, userId, position, filter, epoch } = consumer;
    const cursor = this.cursors.ofFeed('all', consumer, epoch);
    return { id, name, acknowledgedAt, cursor, userId, position, filter };
  }

  private async maySee(scope: object, viewer: Actor, { userId }: Consumer): Promise<boolean> {
    if (viewer.userId === userId) return viewer.bot?.scopes.has('EVENTS_READ') ?? true;
    const bot = await this.shownBots.ofAccount(scope, userId);
    return bot !== null && this.bots.mayLookAfter(scope, viewer, bot);
  }

  private async findOf(userIds: readonly string[]): Promise<(readonly Consumer[])[]> {
    const found = Map.groupBy(await this.database.find(CONSUMERS_OF_ACCOUNTS, [userIds]), ({ userId }) => userId);
    return userIds.map((userId) => found.get(userId) ?? []);
  }
}
