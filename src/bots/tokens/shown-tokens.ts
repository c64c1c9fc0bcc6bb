import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { BatchLoader } from '../../graphql/index.js';
import { RoomAccess, RoomType } from '../../rooms/index.js';
import type { BotType } from '../bot.type.js';
import { KeptBots } from '../kept-bots.js';
import type { BotToken } from './bot-token.entity.js';
import { BotTokenType } from './bot-token.type.js';
import { STANDING_TOKENS } from './bot-tokens.queries.js';

/** Tokens as those see them who look after their bot. */
@Injectable()
export class ShownTokens {
  private readonly byBot = new BatchLoader<string, readonly BotToken[]>(
    (botIds) => this.find(botIds),
    () => [],
  );

  constructor(
    private readonly database: Database,
    private readonly bots: KeptBots,
    private readonly access: RoomAccess,
  ) {}

  /** Those that were not revoked, the newest first; null for everybody else. */
  async of(scope: object, viewer: Actor | null, { id, ownerId }: BotType): Promise<BotTokenType[] | null> {
    if (!(await this.bots.mayLookAfter(viewer, ownerId))) return null;
    return (await this.byBot.load(scope, id)).map((token) => BotTokenType.of(token));
  }

  /** Those of its rooms that the viewer may see. */
  async roomsOf(viewer: Actor | null, { roomIds }: BotTokenType): Promise<RoomType[] | null> {
    if (roomIds === null || viewer === null) return null;
    const rooms = await Promise.all(roomIds.map((roomId) => this.access.visible(viewer, roomId)));
    return rooms.flatMap((room) => (room ? [RoomType.of(room)] : []));
  }

  private async find(botIds: readonly string[]): Promise<(readonly BotToken[])[]> {
    const found = Map.groupBy(await this.database.find(STANDING_TOKENS, [botIds]), ({ botId }) => botId);
    return botIds.map((botId) => found.get(botId) ?? []);
  }
}
