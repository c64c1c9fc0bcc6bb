import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../auth/index.js';
import { Database } from '../database/index.js';
import { REMOVE_SOME_BLOCKS_BY } from './blocking.queries.js';

const BLOCKS_AT_ONCE = 200;

/** Whom somebody blocked goes with their account. Who blocks them keeps that: what they wrote, where it stays, goes on counting for nothing. */
@Injectable()
export class BlocksOfDeletedAccounts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRemains,
  ) {}

  onModuleInit(): void {
    this.accounts.inPieces(({ userId }) =>
      this.database.write({ people: [userId] }, async (tx) => {
        return (await tx.rows(REMOVE_SOME_BLOCKS_BY, [userId, userId, BLOCKS_AT_ONCE])).length > 0;
      }),
    );
  }
}
