// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type {
  WebhooksOfBotQuery,
  WebhooksOfBotQueryVariables,
  CreateWebhookMutation,
  CreateWebhookMutationVariables,
  PauseWebhookMutation,
  PauseWebhookMutationVariables,
  DeleteWebhookMutation,
  DeleteWebhookMutationVariables,
  RedeliverMutation,
  RedeliverMutationVariables,
} from './types';

export const OwnWebhookFieldsFragmentDoc =
  'fragment OwnWebhookFields on Webhook{id url state lag deliveries(first:5){nodes{id state nextAttemptAt error}}}';
export const WebhooksOfBotDocument = /* @__PURE__ */ operation<WebhooksOfBotQuery, WebhooksOfBotQueryVariables>(
  'WebhooksOfBot',
  'query WebhooksOfBot($botId:ID!){node(id:$botId){...on Bot{webhooks{...OwnWebhookFields}}}}',
  [OwnWebhookFieldsFragmentDoc],
);
export const CreateWebhookDocument = /* @__PURE__ */ operation<CreateWebhookMutation, CreateWebhookMutationVariables>(
  'CreateWebhook',
  'mutation CreateWebhook($input:CreateWebhookInput!){createWebhook(input:$input){webhook{...OwnWebhookFields}secret}}',
  [OwnWebhookFieldsFragmentDoc],
);
export const PauseWebhookDocument = /* @__PURE__ */ operation<PauseWebhookMutation, PauseWebhookMutationVariables>(
  'PauseWebhook',
  'mutation PauseWebhook($input:PauseWebhookInput!){pauseWebhook(input:$input){webhook{...OwnWebhookFields}}}',
  [OwnWebhookFieldsFragmentDoc],
);
export const DeleteWebhookDocument = /* @__PURE__ */ operation<DeleteWebhookMutation, DeleteWebhookMutationVariables>(
  'DeleteWebhook',
  'mutation DeleteWebhook($input:DeleteWebhookInput!){deleteWebhook(input:$input){ok}}',
  [],
);
export const RedeliverDocument = /* @__PURE__ */ operation<RedeliverMutation, RedeliverMutationVariables>(
  'Redeliver',
  'mutation Redeliver($input:RedeliverInput!){redeliver(input:$input){webhook{...OwnWebhookFields}}}',
  [OwnWebhookFieldsFragmentDoc],
);
