// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type {
  SetActiveMutation,
  SetActiveMutationVariables,
  RegisterPushSubscriptionMutation,
  RegisterPushSubscriptionMutationVariables,
  PushPublicKeyQuery,
  PushPublicKeyQueryVariables,
} from './types';

export const PushDeliveryFieldsFragmentDoc =
  'fragment PushDeliveryFields on PushDelivery{kind status at messageId deviceName}';
export const PushSubscriptionFieldsFragmentDoc =
  'fragment PushSubscriptionFields on PushSubscription{id deviceName createdAt lastDeliveryAt isCurrent deliveries{...PushDeliveryFields}}';
export const SetActiveDocument = /* @__PURE__ */ operation<SetActiveMutation, SetActiveMutationVariables>(
  'SetActive',
  'mutation SetActive($input:SetActiveInput!){setActive(input:$input){ok}}',
  [],
);
export const RegisterPushSubscriptionDocument = /* @__PURE__ */ operation<
  RegisterPushSubscriptionMutation,
  RegisterPushSubscriptionMutationVariables
>(
  'RegisterPushSubscription',
  'mutation RegisterPushSubscription($input:RegisterPushSubscriptionInput!){registerPushSubscription(input:$input){pushSubscription{...PushSubscriptionFields}}}',
  [PushSubscriptionFieldsFragmentDoc, PushDeliveryFieldsFragmentDoc],
);
export const PushPublicKeyDocument = /* @__PURE__ */ operation<PushPublicKeyQuery, PushPublicKeyQueryVariables>(
  'PushPublicKey',
  'query PushPublicKey{server{pushPublicKey}}',
  [],
);
