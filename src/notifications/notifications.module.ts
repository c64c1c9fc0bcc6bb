import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { MessagesModule } from '../messages/index.js';
import { OutgoingModule } from '../outgoing/index.js';
import { PresenceModule } from '../presence/index.js';
import { ServerInfoModule } from '../server-info/index.js';
import { CalledPeople } from './calls/called-people.js';
import { CallingMessages } from './calls/calling-messages.js';
import { NewNotifications } from './calls/new-notifications.js';
import { NotificationDue } from './calls/notification-due.entity.js';
import { Notification } from './calls/notification.entity.js';
import { NotificationsReactor } from './calls/notifications.reactor.js';
import { WhyNotified } from './calls/why-notified.js';
import { WhyNotifiedResolver } from './calls/why-notified.resolver.js';
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
    MessagesModule,
    OutgoingModule,
    PresenceModule,
    ServerInfoModule,
    MikroOrmModule.forFeature([
      Notification,
      NotificationDue,
      NotificationKeyword,
      NotificationSettings,
      PushDelivery,
      PushKey,
      PushSubscription,
    ]),
  ],
  providers: [
    CalledPeople,
    CallingMessages,
    DoNotDisturbChangedResolver,
    EndedSessionsReactor,
    KnownDevices,
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
    ShownPushSubscriptions,
    ShownSettings,
    WebPush,
    WhyNotified,
    WhyNotifiedResolver,
  ],
})
export class NotificationsModule {}
