import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { BatchLoader, inOrderOf } from '../../graphql/index.js';
import { RoomAccess, RoomType } from '../../rooms/index.js';
import type { BotType } from '../bot.type.js';
import { KeptBots } from '../kept-bots.js';
import { ShownBots } from '../shown-bots.js';
import type { BotToken } from './bot-token.entity.js';
import { BotTokenType } from './bot-token.type.js';
import { STANDING_TOKENS_OF_BOTS, STANDING_TOKENS_WITH_IDS } from './bot-tokens.queries.js';

/** Tokens as those see them who look after their bot. */
@Injectable()
export class ShownTokens {
  private readonly byBot = new BatchLoader<string, readonly BotToken[]>(
    (botIds) => this.findOf(botIds),
    () => [],
  );
  private readonly byId = new BatchLoader<string, BotToken | null>(
    async (ids) => inOrderOf(ids, await this.database.find(STANDING_TOKENS_WITH_IDS, [ids]), ({ id }) => id),
    () => [],
  );

  constructor(
    private readonly database: Database,
    private readonly bots: KeptBots,
    private readonly shownBots: ShownBots,
    private readonly access: RoomAccess,
  ) {}

  /** Those that were not revoked, the newest first; null for everybody else. */
  async of(scope: object, viewer: Actor | null, bot: BotType): Promise<BotTokenType[] | null> {
    if (!(await this.bots.mayLookAfter(scope, viewer, bot))) return null;
    return (await this.byBot.load(scope, bot.id)).map((token) => BotTokenType.of(token));
  }

  /** One of them. */
  async withId(scope: object, viewer: Actor, id: string): Promise<BotTokenType | null> {
    const token = await this.byId.load(scope, id);
    if (!token) return null;
    const bot = await this.shownBots.get(scope, token.botId);
    return (await this.bots.mayLookAfter(scope, viewer, bot)) ? BotTokenType.of(token) : null;
  }

  /** Those of its rooms that the viewer may see. */
  async roomsOf(viewer: Actor | null, { roomIds }: BotTokenType): Promise<RoomType[] | null> {
    if (roomIds === null || viewer === null) return null;
    const rooms = await Promise.all(roomIds.map((roomId) => this.access.visible(viewer, roomId)));
    return rooms.flatMap((room) => (room ? [RoomType.of(room)] : []));
  }

  private async findOf(botIds: readonly string[]): Promise<(readonly BotToken[])[]> {
    const found = Map.groupBy(await this.database.find(STANDING_TOKENS_OF_BOTS, [botIds]), ({ botId }) => botId);
    return botIds.map((botId) => found.get(botId) ?? []);
  }
}
