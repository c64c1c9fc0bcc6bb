import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../auth/index.js';
import { Database, type Reader, type Transaction } from '../database/index.js';
import { Journal } from '../log/index.js';
import { MessageDeletion, MessagesOfDeletedRooms } from '../messages/index.js';
import { SavedMessagesChanged } from './saved-messages.events.js';
import { REMOVE_SAVED_AND_TELL, REMOVE_SAVED_OF, REMOVE_SOME_SAVED_BY, WHO_SAVED } from './saved-messages.queries.js';

const SAVED_AT_ONCE = 200;

/** What people saved goes with the room, with a message that is gone for good, and with their account. */
@Injectable()
export class SavedRemains implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly ofMessages: MessageDeletion,
    private readonly ofRooms: MessagesOfDeletedRooms,
    private readonly ofAccounts: AccountRemains,
    private readonly journal: Journal,
  ) {}

  onModuleInit(): void {
    this.ofRooms.removesToo({
      peopleOf: whoSaved,
      remove: async (tx, messageIds) => {
        await tx.rows(REMOVE_SAVED_OF, [messageIds]);
      },
    });
    this.ofMessages.forgetsToo({ peopleOf: whoSaved, remove: (tx, messageIds) => this.removeAndTell(tx, messageIds) });
    this.ofAccounts.inPieces(({ userId }) => this.removeSome(userId));
  }

  private async removeAndTell(tx: Transaction, messageIds: readonly string[]): Promise<void> {
    const rows = await tx.rows<{ userId: string; messageId: string }>(REMOVE_SAVED_AND_TELL, [messageIds]);
    for (const { userId, messageId } of rows)
      await this.journal.ofPerson(tx, SavedMessagesChanged, userId, { actorId: null, subjectId: messageId });
  }

  /** Nobody is left to be told. */
  private removeSome(userId: string): Promise<boolean> {
    return this.database.write({ people: [userId] }, async (tx) => {
      return (await tx.rows(REMOVE_SOME_SAVED_BY, [userId, userId, SAVED_AT_ONCE])).length > 0;
    });
  }
}

async function whoSaved(where: Reader, messageIds: readonly string[]): Promise<string[]> {
  const rows = await where.rows<{ userId: string }>(WHO_SAVED, [messageIds]);
  return rows.map(({ userId }) => userId);
}
