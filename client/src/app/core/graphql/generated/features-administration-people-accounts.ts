// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc } from './core-graphql-person';
import type {
  AccountsQuery,
  AccountsQueryVariables,
  AccountOfQuery,
  AccountOfQueryVariables,
  EndSessionsMutation,
  EndSessionsMutationVariables,
  DisableAccountMutation,
  DisableAccountMutationVariables,
  EnableAccountMutation,
  EnableAccountMutationVariables,
  DeleteUserMutation,
  DeleteUserMutationVariables,
  CreatePasswordResetMutation,
  CreatePasswordResetMutationVariables,
  SetAdministratorMutation,
  SetAdministratorMutationVariables,
} from './types';

export const AccountFieldsFragmentDoc =
  'fragment AccountFields on Account{user{...PersonFields}isAdministrator disabledAt lastSeenAt sessionCount roomCount ownedRoomCount fileBytes}';
export const AccountsDocument = /* @__PURE__ */ operation<AccountsQuery, AccountsQueryVariables>(
  'Accounts',
  'query Accounts($query:String$filter:AccountFilter$after:Cursor){accounts(query:$query filter:$filter first:50 after:$after){nodes{...AccountFields}totalCount pageInfo{hasNextPage endCursor}}}',
  [AccountFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const AccountOfDocument = /* @__PURE__ */ operation<AccountOfQuery, AccountOfQueryVariables>(
  'AccountOf',
  'query AccountOf($userId:ID!){account(userId:$userId){...AccountFields}}',
  [AccountFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const EndSessionsDocument = /* @__PURE__ */ operation<EndSessionsMutation, EndSessionsMutationVariables>(
  'EndSessions',
  'mutation EndSessions($input:EndSessionsInput!){endSessions(input:$input){account{...AccountFields}}}',
  [AccountFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const DisableAccountDocument = /* @__PURE__ */ operation<
  DisableAccountMutation,
  DisableAccountMutationVariables
>(
  'DisableAccount',
  'mutation DisableAccount($input:DisableAccountInput!){disableAccount(input:$input){account{...AccountFields}}}',
  [AccountFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const EnableAccountDocument = /* @__PURE__ */ operation<EnableAccountMutation, EnableAccountMutationVariables>(
  'EnableAccount',
  'mutation EnableAccount($input:EnableAccountInput!){enableAccount(input:$input){account{...AccountFields}}}',
  [AccountFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const DeleteUserDocument = /* @__PURE__ */ operation<DeleteUserMutation, DeleteUserMutationVariables>(
  'DeleteUser',
  'mutation DeleteUser($input:DeleteUserInput!){deleteUser(input:$input){user{id}}}',
  [],
);
export const CreatePasswordResetDocument = /* @__PURE__ */ operation<
  CreatePasswordResetMutation,
  CreatePasswordResetMutationVariables
>(
  'CreatePasswordReset',
  'mutation CreatePasswordReset($input:CreatePasswordResetInput!){createPasswordReset(input:$input){path expiresAt}}',
  [],
);
export const SetAdministratorDocument = /* @__PURE__ */ operation<
  SetAdministratorMutation,
  SetAdministratorMutationVariables
>(
  'SetAdministrator',
  'mutation SetAdministrator($input:SetAdministratorInput!){setAdministrator(input:$input){user{id}}}',
  [],
);
