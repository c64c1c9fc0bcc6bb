import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../auth/index.js';
import { Database, NO_LOCKS, type Query } from '../database/index.js';
import { MessagesOfDeletedRooms } from '../messages/index.js';
import { REMOVE_DUE, REMOVE_NOTIFICATIONS_OF_MESSAGES, REMOVE_SOME_NOTIFICATIONS_OF } from './calls/calls.queries.js';
import { REMOVE_EMAIL_PREFERENCE, REMOVE_MISSED_MESSAGES, REMOVE_SOME_MISSED_OF } from './email/email.queries.js';
import {
  REMOVE_DELIVERIES_ABOUT,
  REMOVE_SOME_DELIVERIES_OF,
  REMOVE_SUBSCRIPTIONS_OF_PERSON,
} from './push/push.queries.js';
import { REMOVE_KEYWORDS, REMOVE_SETTINGS } from './settings/notification-settings.queries.js';

const ROWS_AT_ONCE = 200;

/** What calls people goes with their account and with the messages of a deleted room: devices and settings at once, what they were told in pieces. */
@Injectable()
export class NotificationRemains implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly ofAccounts: AccountRemains,
    private readonly ofRooms: MessagesOfDeletedRooms,
  ) {}

  onModuleInit(): void {
    this.ofAccounts.atOnce(async (tx, userId) => {
      for (const removal of [REMOVE_SUBSCRIPTIONS_OF_PERSON, REMOVE_KEYWORDS, REMOVE_SETTINGS, REMOVE_EMAIL_PREFERENCE])
        await tx.rows(removal, [userId]);
    });
    for (const removal of [REMOVE_SOME_NOTIFICATIONS_OF, REMOVE_SOME_DELIVERIES_OF, REMOVE_SOME_MISSED_OF])
      this.ofAccounts.inPieces(({ userId }) => this.removeSome(removal, userId));
    this.ofRooms.removesToo({
      remove: async (tx, messageIds) => {
        for (const removal of [
          REMOVE_DUE,
          REMOVE_NOTIFICATIONS_OF_MESSAGES,
          REMOVE_DELIVERIES_ABOUT,
          REMOVE_MISSED_MESSAGES,
        ])
          await tx.rows(removal, [messageIds]);
      },
    });
  }

  private async removeSome(removal: Query, userId: string): Promise<boolean> {
    return (await this.database.write(NO_LOCKS, (tx) => tx.rows(removal, [userId, ROWS_AT_ONCE]))).length > 0;
  }
}
