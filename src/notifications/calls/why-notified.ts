import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { MessageNotFound, NamedMessages } from '../../messages/index.js';
import { type Answer, isSilent, type NotificationReason as Reason } from '../../rules/index.js';
import { EmailNoticeStatus, type EmailNoticeType } from '../email/email-notice.type.js';
import { MISSED_OF } from '../email/email.queries.js';
import { ShownPushSubscriptions } from '../push/shown-push-subscriptions.js';
import { CalledPeople } from './called-people.js';
import { CallingMessages } from './calling-messages.js';
import { NOTIFICATION_OF } from './calls.queries.js';
import { NotificationExplanationType, NotificationReason } from './notification-explanation.type.js';

/** Explains why somebody was notified of a message, or was not: to themselves alone. */
@Injectable()
export class WhyNotified {
  constructor(
    private readonly database: Database,
    private readonly readable: NamedMessages,
    private readonly messages: CallingMessages,
    private readonly people: CalledPeople,
    private readonly devices: ShownPushSubscriptions,
  ) {}

  async whyNotified(scope: object, { userId }: Actor, messageId: string): Promise<NotificationExplanationType> {
    const isReadable = (await this.readable.readableBy(scope, userId, messageId)) !== null;
    const message = isReadable ? await this.messages.find(messageId) : null;
    if (!message) throw new MessageNotFound();
    // As if it had just come: what they have read since is no reason.
    const asked = { at: message.createdAt, isReadAsked: false, isDeviceInUse: () => false };
    const [call] = await this.people.callsTo(message, [userId], asked);
    if (!call) throw new MessageNotFound();
    const decided = message.isDeleted ? null : await this.decidedThen(messageId, userId);
    const { isNotified, reason } = decided ?? call;
    const deliveries = await this.devices.deliveriesAbout(userId, messageId);
    const email = await this.emailAbout(userId, messageId);
    return { isNotified, reason: NotificationReason[reason], keyword: call.keyword, deliveries, email };
  }

  private async emailAbout(userId: string, messageId: string): Promise<EmailNoticeType | null> {
    const [row] = await this.database.rows<{ status: `${EmailNoticeStatus}`; at: number }>(MISSED_OF, [
      userId,
      messageId,
    ]);
    return row ? { status: EmailNoticeStatus[row.status], at: new Date(row.at) } : null;
  }

  private async decidedThen(messageId: string, userId: string): Promise<Answer | null> {
    const [row] = await this.database.rows<{ reason: Reason }>(NOTIFICATION_OF, [messageId, userId]);
    return row ? { isNotified: !isSilent(row.reason), reason: row.reason } : null;
  }
}
