import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database, NO_LOCKS, type Transaction } from '../../database/index.js';
import type { NotificationReason } from '../../rules/index.js';
import { Clock } from '../../runtime/index.js';
import { MissedMessages } from '../email/missed-messages.js';
import { type Call, CalledPeople } from './called-people.js';
import { type CallingMessage, CallingMessages } from './calling-messages.js';
import { ADD_MESSAGE_DELIVERIES, ADD_NOTIFICATION, SOME_DUE, TAKE_DUE } from './calls.queries.js';

/** A message that is older calls nobody any more: after a long stop nobody is flooded. */
export const MAX_AGE_MILLISECONDS = 10 * 60 * 1000;
const DUE_AT_ONCE = 100;
/** In one transaction, for which everybody who writes waits. */
const PEOPLE_AT_ONCE = 100;

/** What was so at that moment alone, and is worth knowing later. */
const OF_THE_MOMENT: readonly NotificationReason[] = ['ALREADY_READ', 'DO_NOT_DISTURB', 'QUIET_HOURS'];

/** Decides whom new messages call, and notes what their devices are to be told, and what they may be sent e-mail about. Twice does no harm. */
@Injectable()
export class NewNotifications {
  constructor(
    private readonly database: Database,
    private readonly messages: CallingMessages,
    private readonly people: CalledPeople,
    private readonly missed: MissedMessages,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Looks at some messages that are due; says whether there may be more. */
  async lookAtSome(stopping: AbortSignal): Promise<boolean> {
    const due = await this.database.rows<{ messageId: string }>(SOME_DUE, [DUE_AT_ONCE]);
    for (const { messageId } of due) {
      if (stopping.aborted) return false;
      await this.lookAt(messageId);
    }
    return due.length === DUE_AT_ONCE;
  }

  private async lookAt(messageId: string): Promise<void> {
    const message = await this.messages.find(messageId);
    if (message && this.isFresh(message)) await this.decide(message);
    // Last: whoever is killed before decides again.
    await this.database.write(NO_LOCKS, (tx) => tx.rows(TAKE_DUE, [messageId]));
  }

  private async decide(message: CallingMessage): Promise<void> {
    const userIds = await this.people.whoMayBeCalled(message);
    for (let from = 0; from < userIds.length; from += PEOPLE_AT_ONCE) {
      const some = userIds.slice(from, from + PEOPLE_AT_ONCE);
      const asked = { at: this.clock.now(), isReadAsked: true, isDeviceInUse: () => false };
      const calls = await this.people.callsTo(message, some, asked);
      const kept = calls.filter(({ isNotified, reason }) => isNotified || OF_THE_MOMENT.includes(reason));
      if (kept.length > 0)
        await this.database.write(NO_LOCKS, async (tx) => {
          for (const call of kept) await this.keep(tx, message, call);
        });
    }
  }

  private async keep(tx: Transaction, message: CallingMessage, { userId, isNotified, reason }: Call): Promise<void> {
    const { id, roomId, threadId, number, createdAt } = message;
    const now = this.clock.now().getTime();
    await tx.rows(ADD_NOTIFICATION, [id, userId, roomId, threadId, number, reason, isNotified ? 1 : 0, now]);
    await this.missed.note(tx, id, userId, reason);
    if (isNotified && this.settings.webPush)
      await tx.rows(ADD_MESSAGE_DELIVERIES, [id, now, now, userId, createdAt.getTime()]);
  }

  private isFresh({ wholeAt }: CallingMessage): boolean {
    return wholeAt.getTime() >= this.clock.now().getTime() - MAX_AGE_MILLISECONDS;
  }
}
