import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../auth/index.js';
import { Database, type Reader, type Transaction } from '../database/index.js';
import { Journal } from '../log/index.js';
import { MessageDeletion, MessagesOfDeletedRooms } from '../messages/index.js';
import { ReportsChanged } from './reports.events.js';
import {
  ADMINISTRATORS,
  FORGET_WORDS_OF,
  REMOVE_NOTICES_OF,
  REMOVE_REPORTS_ON,
  REPORTS_ON,
  SOME_REPORTED_OF,
} from './reports.queries.js';

const REPORTS_AT_ONCE = 100;

interface Reported {
  readonly messageId: string;
  readonly roomId: string;
}

/** What becomes of reports when their message, or its room, is gone for good, and of notices when their reader is. */
@Injectable()
export class ReportsRemains implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly ofMessages: MessageDeletion,
    private readonly ofRooms: MessagesOfDeletedRooms,
    private readonly ofAccounts: AccountRemains,
    private readonly journal: Journal,
  ) {}

  onModuleInit(): void {
    this.ofMessages.forgetsToo({
      peopleOf: () => Promise.resolve([]),
      remove: async (tx, messageIds) => {
        await tx.rows(FORGET_WORDS_OF, [messageIds]);
      },
    });
    this.ofRooms.removesToo({ peopleOf: administratorsToTell, remove: (tx, ids) => this.removeOn(tx, ids) });
    this.ofAccounts.inPieces(async ({ userId, withMessages }) => withMessages && this.forgetSomeWords(userId));
    this.ofAccounts.atOnce(async (tx, userId) => {
      await tx.rows(REMOVE_NOTICES_OF, [userId]);
    });
  }

  /** Also of what its author had deleted before: those who look after the room could read it until now. */
  private forgetSomeWords(authorId: string): Promise<boolean> {
    const some = (where: Reader) => where.rows<Reported>(SOME_REPORTED_OF, [authorId, REPORTS_AT_ONCE]);
    return this.database.write(
      async (where) => ({ rooms: (await some(where)).map(({ roomId }) => roomId) }),
      async (tx) => {
        const reported = await some(tx);
        await tx.rows(FORGET_WORDS_OF, [reported.map(({ messageId }) => messageId)]);
        return reported.length > 0;
      },
    );
  }

  /** Nobody else looks after a room that is gone. */
  private async removeOn(tx: Transaction, messageIds: readonly string[]): Promise<void> {
    const [removed] = await tx.rows<{ roomId: string }>(REMOVE_REPORTS_ON, [messageIds]);
    if (!removed) return;
    for (const { userId } of await tx.rows<{ userId: string }>(ADMINISTRATORS, []))
      await this.journal.ofPerson(tx, ReportsChanged, userId, { actorId: null, subjectId: removed.roomId });
  }
}

async function administratorsToTell(where: Reader, messageIds: readonly string[]): Promise<string[]> {
  if ((await where.rows(REPORTS_ON, [messageIds])).length === 0) return [];
  return (await where.rows<{ userId: string }>(ADMINISTRATORS, [])).map(({ userId }) => userId);
}
