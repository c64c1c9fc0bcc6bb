// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc } from './core-graphql-person';
import type {
  PasswordResetQuery,
  PasswordResetQueryVariables,
  ResetPasswordMutation,
  ResetPasswordMutationVariables,
} from './types';

export const PasswordResetDocument = /* @__PURE__ */ operation<PasswordResetQuery, PasswordResetQueryVariables>(
  'PasswordReset',
  'query PasswordReset($token:String!){passwordReset(token:$token){user{...PersonFields}}}',
  [PersonFieldsFragmentDoc],
);
export const ResetPasswordDocument = /* @__PURE__ */ operation<ResetPasswordMutation, ResetPasswordMutationVariables>(
  'ResetPassword',
  'mutation ResetPassword($input:ResetPasswordInput!){resetPassword(input:$input){user{...PersonFields}}}',
  [PersonFieldsFragmentDoc],
);
