import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../../auth/index.js';
import { REMOVE_ARRANGEMENT, REMOVE_SECTIONS } from './arrangement.queries.js';

/** Removes how somebody arranged their list of rooms together with their account. What is kept of each stay ends with the stay. */
@Injectable()
export class ArrangementsOfDeletedAccounts implements OnModuleInit {
  constructor(private readonly remains: AccountRemains) {}

  onModuleInit(): void {
    this.remains.atOnce(async (tx, userId) => {
      for (const removal of [REMOVE_ARRANGEMENT, REMOVE_SECTIONS]) await tx.rows(removal, [userId]);
    });
  }
}
