import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../auth/index.js';
import { Mails } from '../mail/index.js';
import { REMOVE_EMAIL_ADDRESS } from './email-addresses.queries.js';

/** Somebody's address, and e-mail that was to go there, go with their account at once. */
@Injectable()
export class EmailRemains implements OnModuleInit {
  constructor(
    private readonly accounts: AccountRemains,
    private readonly mails: Mails,
  ) {}

  onModuleInit(): void {
    this.accounts.atOnce(async (tx, userId) => {
      await tx.rows(REMOVE_EMAIL_ADDRESS, [userId]);
      await this.mails.removeAllOf(tx, userId);
    });
  }
}
