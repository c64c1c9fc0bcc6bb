import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { BatchLoader, inOrderOf } from '../graphql/index.js';
import { RoomAccess, RoomType } from '../rooms/index.js';
import { Clock } from '../runtime/index.js';
import type { Interaction } from './interaction.entity.js';
import { answerableSince } from './interactions.policy.js';
import { INTERACTIONS_WITH_IDS } from './interactions.queries.js';

/** What bots were asked for, as it is shown to them. */
@Injectable()
export class ShownInteractions {
  private readonly byId = new BatchLoader<string, Interaction | null>(
    async (ids) => inOrderOf(ids, await this.database.find(INTERACTIONS_WITH_IDS, [ids]), ({ id }) => id),
    () => [],
  );

  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly clock: Clock,
  ) {}

  /** Null once it cannot be answered any more, whether it is still stored or not. */
  async answerable(scope: object, id: string): Promise<Interaction | null> {
    const interaction = await this.byId.load(scope, id);
    return interaction && interaction.createdAt.getTime() > answerableSince(this.clock.now()) ? interaction : null;
  }

  /** Null where the bot is not in the room any more. */
  async roomOf(scope: object, roomId: string, botUserId: string): Promise<RoomType | null> {
    if (!(await this.access.membership(scope, roomId, botUserId))) return null;
    const room = await this.access.roomOrNull(scope, roomId);
    return room && RoomType.of(room);
  }
}
