import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { EmailAddressesModule } from '../email-addresses/index.js';
import { MessagesModule } from '../messages/index.js';
import { OutgoingModule } from '../outgoing/index.js';
import { PresenceModule } from '../presence/index.js';
import { ServerInfoModule } from '../server-info/index.js';
import { UsersModule } from '../users/index.js';
import { CalledPeople } from './calls/called-people.js';
import { CallingMessages } from './calls/calling-messages.js';
import { NewNotifications } from './calls/new-notifications.js';
import { NotificationDue } from './calls/notification-due.entity.js';
import { Notification } from './calls/notification.entity.js';
import { NotificationsReactor } from './calls/notifications.reactor.js';
import { WhyNotified } from './calls/why-notified.js';
import { WhyNotifiedResolver } from './calls/why-notified.resolver.js';
import { DigestMail } from './email/digest-mail.js';
import { Digests } from './email/digests.js';
import {
  EmailNotificationsChangedResolver,
  EmailNotificationsResolver,
  UnsubscribeResolver,
} from './email/email-notifications.resolver.js';
import { EmailNotificationsService } from './email/email-notifications.service.js';
import { EmailPreference } from './email/email-preference.entity.js';
import { MailTimer } from './email/mail-timer.js';
import { MissedMessage } from './email/missed-message.entity.js';
import { MissedMessages } from './email/missed-messages.js';
import { MissedMessagesMail } from './email/missed-messages-mail.js';
import { Recipients } from './email/recipients.js';
import { UnsubscribeController } from './email/unsubscribe.controller.js';
import { Unsubscribing } from './email/unsubscribing.js';
import { NotificationRemains } from './notification-remains.js';
import { OldNotificationsSweep } from './old-notifications.sweep.js';
import { EndedSessionsReactor } from './push/ended-sessions.reactor.js';
import { KnownDevices } from './push/known-devices.js';
import { PushDelivery } from './push/push-delivery.entity.js';
import { PushGuard } from './push/push-guard.js';
import { PushKey } from './push/push-key.entity.js';
import { PushKeys } from './push/push-keys.js';
import { PushQueue } from './push/push-queue.js';
import { PushSending } from './push/push-sending.js';
import { PushSubscription } from './push/push-subscription.entity.js';
import {
  PushDeliveriesResolver,
  PushPublicKeyResolver,
  PushSubscriptionsResolver,
} from './push/push-subscriptions.resolver.js';
import { PushSubscriptionsService } from './push/push-subscriptions.service.js';
import { ShownPushSubscriptions } from './push/shown-push-subscriptions.js';
import { WebPush } from './push/web-push.js';
import { NotificationKeyword } from './settings/notification-keyword.entity.js';
import { NotificationSettings } from './settings/notification-settings.entity.js';
import {
  DoNotDisturbChangedResolver,
  NotificationSettingsChangedResolver,
  NotificationSettingsResolver,
} from './settings/notification-settings.resolver.js';
import { NotificationSettingsService } from './settings/notification-settings.service.js';
import { ShownSettings } from './settings/shown-settings.js';

@Module({
  imports: [
    AuthModule,
    EmailAddressesModule,
    MessagesModule,
    OutgoingModule,
    PresenceModule,
    ServerInfoModule,
    UsersModule,
    MikroOrmModule.forFeature([
      EmailPreference,
      MissedMessage,
      Notification,
      NotificationDue,
      NotificationKeyword,
      NotificationSettings,
      PushDelivery,
      PushKey,
      PushSubscription,
    ]),
  ],
  controllers: [UnsubscribeController],
  providers: [
    CalledPeople,
    CallingMessages,
    DigestMail,
    Digests,
    DoNotDisturbChangedResolver,
    EmailNotificationsChangedResolver,
    EmailNotificationsResolver,
    EmailNotificationsService,
    EndedSessionsReactor,
    KnownDevices,
    MailTimer,
    MissedMessages,
    MissedMessagesMail,
    NewNotifications,
    NotificationRemains,
    NotificationSettingsChangedResolver,
    NotificationSettingsResolver,
    NotificationSettingsService,
    NotificationsReactor,
    OldNotificationsSweep,
    PushDeliveriesResolver,
    PushGuard,
    PushKeys,
    PushPublicKeyResolver,
    PushQueue,
    PushSending,
    PushSubscriptionsResolver,
    PushSubscriptionsService,
    Recipients,
    ShownPushSubscriptions,
    ShownSettings,
    UnsubscribeResolver,
    Unsubscribing,
    WebPush,
    WhyNotified,
    WhyNotifiedResolver,
  ],
})
export class NotificationsModule {}
