import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../auth/index.js';
import { REMOVE_CONSUMERS_OF } from './consumers.queries.js';

/** Consumers go with their account. Who is connected loses the socket with the session. */
@Injectable()
export class ConsumersOfDeletedAccounts implements OnModuleInit {
  constructor(private readonly accounts: AccountRemains) {}

  onModuleInit(): void {
    this.accounts.atOnce(async (tx, userId) => {
      await tx.rows(REMOVE_CONSUMERS_OF, [userId]);
    });
  }
}
