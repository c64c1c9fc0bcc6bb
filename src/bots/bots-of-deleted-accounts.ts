import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../auth/index.js';
import { Database } from '../database/index.js';
import { UsersService } from '../users/index.js';
import { STANDING_BOTS_OF_OWNER } from './bots.queries.js';
import { REMOVE_SOME_TOKENS_OF_ACCOUNT } from './tokens/bot-tokens.queries.js';
import { REMOVE_SOME_WEBHOOKS_OF_ACCOUNT } from './webhooks/incoming-webhooks.queries.js';

const AT_ONCE = 200;

/**
 * The bots of a deleted account are disabled, and the tokens and webhooks of both are removed. None of them has counted since the account was deleted: whoever comes with one is asked whether the
 * owner is there.
 */
@Injectable()
export class BotsOfDeletedAccounts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly accounts: AccountRemains,
  ) {}

  onModuleInit(): void {
    this.accounts.inPieces(({ userId }) => this.removeSomeTokens(userId));
    this.accounts.inPieces(({ userId }) => this.removeSomeWebhooks(userId));
    this.accounts.inPieces(({ userId }) => this.disableOne(userId));
  }

  private removeSomeTokens(userId: string): Promise<boolean> {
    return this.database.write({ people: [userId] }, async (tx) => {
      return (await tx.rows(REMOVE_SOME_TOKENS_OF_ACCOUNT, [userId, userId, AT_ONCE])).length > 0;
    });
  }

  private removeSomeWebhooks(userId: string): Promise<boolean> {
    return this.database.write({ people: [userId] }, async (tx) => {
      return (await tx.rows(REMOVE_SOME_WEBHOOKS_OF_ACCOUNT, [userId, userId, AT_ONCE])).length > 0;
    });
  }

  private async disableOne(ownerId: string): Promise<boolean> {
    const [bot] = await this.database.rows<{ userId: string }>(STANDING_BOTS_OF_OWNER, [ownerId, 1]);
    if (!bot) return false;
    const locks = { house: ['administrators'] as const, people: [ownerId, bot.userId] };
    await this.database.write(locks, (tx) => this.users.setDisabled(tx, { id: bot.userId }, true));
    return true;
  }
}
