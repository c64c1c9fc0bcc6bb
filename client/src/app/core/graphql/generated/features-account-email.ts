// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type {
  SetEmailAddressMutation,
  SetEmailAddressMutationVariables,
  ResendEmailConfirmationMutation,
  ResendEmailConfirmationMutationVariables,
  RemoveEmailAddressMutation,
  RemoveEmailAddressMutationVariables,
  SetEmailNotificationsMutation,
  SetEmailNotificationsMutationVariables,
} from './types';

export const EmailAddressFieldsFragmentDoc =
  'fragment EmailAddressFields on EmailAddress{address pendingAddress pendingUntil failingSince failure}';
export const EmailNotificationsFieldsFragmentDoc =
  'fragment EmailNotificationsFields on EmailNotifications{missedMessages digest digestHour showsText}';
export const SetEmailAddressDocument = /* @__PURE__ */ operation<
  SetEmailAddressMutation,
  SetEmailAddressMutationVariables
>(
  'SetEmailAddress',
  'mutation SetEmailAddress($input:SetEmailAddressInput!){setEmailAddress(input:$input){emailAddress{...EmailAddressFields}}}',
  [EmailAddressFieldsFragmentDoc],
);
export const ResendEmailConfirmationDocument = /* @__PURE__ */ operation<
  ResendEmailConfirmationMutation,
  ResendEmailConfirmationMutationVariables
>(
  'ResendEmailConfirmation',
  'mutation ResendEmailConfirmation{resendEmailConfirmation{emailAddress{...EmailAddressFields}}}',
  [EmailAddressFieldsFragmentDoc],
);
export const RemoveEmailAddressDocument = /* @__PURE__ */ operation<
  RemoveEmailAddressMutation,
  RemoveEmailAddressMutationVariables
>(
  'RemoveEmailAddress',
  'mutation RemoveEmailAddress($input:RemoveEmailAddressInput!){removeEmailAddress(input:$input){ok}}',
  [],
);
export const SetEmailNotificationsDocument = /* @__PURE__ */ operation<
  SetEmailNotificationsMutation,
  SetEmailNotificationsMutationVariables
>(
  'SetEmailNotifications',
  'mutation SetEmailNotifications($input:SetEmailNotificationsInput!){setEmailNotifications(input:$input){emailNotifications{...EmailNotificationsFields}}}',
  [EmailNotificationsFieldsFragmentDoc],
);
