// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type {
  RequestPasswordResetMutation,
  RequestPasswordResetMutationVariables,
  ConfirmEmailAddressMutation,
  ConfirmEmailAddressMutationVariables,
  UnsubscribeMutation,
  UnsubscribeMutationVariables,
} from './types';

export const RequestPasswordResetDocument = /* @__PURE__ */ operation<
  RequestPasswordResetMutation,
  RequestPasswordResetMutationVariables
>(
  'RequestPasswordReset',
  'mutation RequestPasswordReset($input:RequestPasswordResetInput!){requestPasswordReset(input:$input){ok}}',
  [],
);
export const ConfirmEmailAddressDocument = /* @__PURE__ */ operation<
  ConfirmEmailAddressMutation,
  ConfirmEmailAddressMutationVariables
>(
  'ConfirmEmailAddress',
  'mutation ConfirmEmailAddress($input:ConfirmEmailAddressInput!){confirmEmailAddress(input:$input){address}}',
  [],
);
export const UnsubscribeDocument = /* @__PURE__ */ operation<UnsubscribeMutation, UnsubscribeMutationVariables>(
  'Unsubscribe',
  'mutation Unsubscribe($input:UnsubscribeInput!){unsubscribe(input:$input){ok}}',
  [],
);
