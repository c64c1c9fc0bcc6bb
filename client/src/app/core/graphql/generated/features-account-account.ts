// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { ProfileFieldsFragmentDoc } from './features-people-people';
import { FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import { EmailAddressFieldsFragmentDoc, EmailNotificationsFieldsFragmentDoc } from './features-account-email';
import { SessionFieldsFragmentDoc } from './core-session-session';
import type {
  AccountQuery,
  AccountQueryVariables,
  AccountEventsSubscription,
  AccountEventsSubscriptionVariables,
  ChangePasswordMutation,
  ChangePasswordMutationVariables,
  RevokeSessionMutation,
  RevokeSessionMutationVariables,
  LogoutEverywhereMutation,
  LogoutEverywhereMutationVariables,
  DeleteAccountMutation,
  DeleteAccountMutationVariables,
  BecomeAdministratorMutation,
  BecomeAdministratorMutationVariables,
  UpdateProfileMutation,
  UpdateProfileMutationVariables,
  SetStatusMutation,
  SetStatusMutationVariables,
} from './types';

export const ViewerSessionFieldsFragmentDoc =
  'fragment ViewerSessionFields on ViewerSession{id createdAt lastUsedAt address client isCurrent}';
export const AccountDocument = /* @__PURE__ */ operation<AccountQuery, AccountQueryVariables>(
  'Account',
  'query Account{viewer{eventCursor isAdministrator user{...ProfileFields}sessions{...ViewerSessionFields}emailAddress{...EmailAddressFields}emailNotifications{...EmailNotificationsFields}}}',
  [
    ProfileFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    ViewerSessionFieldsFragmentDoc,
    EmailAddressFieldsFragmentDoc,
    EmailNotificationsFieldsFragmentDoc,
  ],
);
export const AccountEventsDocument = /* @__PURE__ */ operation<
  AccountEventsSubscription,
  AccountEventsSubscriptionVariables
>(
  'AccountEvents',
  'subscription AccountEvents($after:Cursor!){events(after:$after){event{...on SessionEvent{sessionId}...on EmailAddressChanged{emailAddress{...EmailAddressFields}}...on EmailNotificationsChanged{emailNotifications{...EmailNotificationsFields}}}}}',
  [EmailAddressFieldsFragmentDoc, EmailNotificationsFieldsFragmentDoc],
);
export const ChangePasswordDocument = /* @__PURE__ */ operation<
  ChangePasswordMutation,
  ChangePasswordMutationVariables
>(
  'ChangePassword',
  'mutation ChangePassword($input:ChangePasswordInput!){changePassword(input:$input){user{...FaceFields}session{...SessionFields}}}',
  [FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc, SessionFieldsFragmentDoc],
);
export const RevokeSessionDocument = /* @__PURE__ */ operation<RevokeSessionMutation, RevokeSessionMutationVariables>(
  'RevokeSession',
  'mutation RevokeSession($input:RevokeSessionInput!){revokeSession(input:$input){ok}}',
  [],
);
export const LogoutEverywhereDocument = /* @__PURE__ */ operation<
  LogoutEverywhereMutation,
  LogoutEverywhereMutationVariables
>('LogoutEverywhere', 'mutation LogoutEverywhere{logoutEverywhere{ok}}', []);
export const DeleteAccountDocument = /* @__PURE__ */ operation<DeleteAccountMutation, DeleteAccountMutationVariables>(
  'DeleteAccount',
  'mutation DeleteAccount($input:DeleteAccountInput!){deleteAccount(input:$input){ok}}',
  [],
);
export const BecomeAdministratorDocument = /* @__PURE__ */ operation<
  BecomeAdministratorMutation,
  BecomeAdministratorMutationVariables
>(
  'BecomeAdministrator',
  'mutation BecomeAdministrator($input:BecomeAdministratorInput!){becomeAdministrator(input:$input){user{id}}}',
  [],
);
export const UpdateProfileDocument = /* @__PURE__ */ operation<UpdateProfileMutation, UpdateProfileMutationVariables>(
  'UpdateProfile',
  'mutation UpdateProfile($input:UpdateProfileInput!){updateProfile(input:$input){user{...ProfileFields}}}',
  [ProfileFieldsFragmentDoc, FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc],
);
export const SetStatusDocument = /* @__PURE__ */ operation<SetStatusMutation, SetStatusMutationVariables>(
  'SetStatus',
  'mutation SetStatus($input:SetStatusInput!){setStatus(input:$input){user{...ProfileFields}}}',
  [ProfileFieldsFragmentDoc, FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc],
);
