// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { NotificationSettingsFieldsFragmentDoc } from './feed-fragments';
import {
  PushSubscriptionFieldsFragmentDoc,
  PushDeliveryFieldsFragmentDoc,
} from './features-notifications-notifications';
import type {
  NotificationPageQuery,
  NotificationPageQueryVariables,
  NotificationEventsSubscription,
  NotificationEventsSubscriptionVariables,
  SetNotificationSettingsMutation,
  SetNotificationSettingsMutationVariables,
  RemovePushSubscriptionMutation,
  RemovePushSubscriptionMutationVariables,
  TestPushSubscriptionMutation,
  TestPushSubscriptionMutationVariables,
} from './types';

export const NotificationPageDocument = /* @__PURE__ */ operation<
  NotificationPageQuery,
  NotificationPageQueryVariables
>(
  'NotificationPage',
  'query NotificationPage{viewer{eventCursor doNotDisturbUntil notificationSettings{...NotificationSettingsFields}pushSubscriptions{...PushSubscriptionFields}user{id timeZone}}server{pushPublicKey}}',
  [NotificationSettingsFieldsFragmentDoc, PushSubscriptionFieldsFragmentDoc, PushDeliveryFieldsFragmentDoc],
);
export const NotificationEventsDocument = /* @__PURE__ */ operation<
  NotificationEventsSubscription,
  NotificationEventsSubscriptionVariables
>('NotificationEvents', 'subscription NotificationEvents($after:Cursor!){events(after:$after){event{__typename}}}', []);
export const SetNotificationSettingsDocument = /* @__PURE__ */ operation<
  SetNotificationSettingsMutation,
  SetNotificationSettingsMutationVariables
>(
  'SetNotificationSettings',
  'mutation SetNotificationSettings($input:SetNotificationSettingsInput!){setNotificationSettings(input:$input){notificationSettings{...NotificationSettingsFields}}}',
  [NotificationSettingsFieldsFragmentDoc],
);
export const RemovePushSubscriptionDocument = /* @__PURE__ */ operation<
  RemovePushSubscriptionMutation,
  RemovePushSubscriptionMutationVariables
>(
  'RemovePushSubscription',
  'mutation RemovePushSubscription($input:RemovePushSubscriptionInput!){removePushSubscription(input:$input){ok}}',
  [],
);
export const TestPushSubscriptionDocument = /* @__PURE__ */ operation<
  TestPushSubscriptionMutation,
  TestPushSubscriptionMutationVariables
>(
  'TestPushSubscription',
  'mutation TestPushSubscription($input:TestPushSubscriptionInput!){testPushSubscription(input:$input){ok}}',
  [],
);
