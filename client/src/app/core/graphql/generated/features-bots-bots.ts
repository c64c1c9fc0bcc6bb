// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc } from './core-graphql-person';
import type {
  OwnBotsQuery,
  OwnBotsQueryVariables,
  RoomsOfBotsQuery,
  RoomsOfBotsQueryVariables,
  CreateBotMutation,
  CreateBotMutationVariables,
  DisableBotMutation,
  DisableBotMutationVariables,
  CreateBotTokenMutation,
  CreateBotTokenMutationVariables,
  RevokeBotTokenMutation,
  RevokeBotTokenMutationVariables,
  CreateIncomingWebhookMutation,
  CreateIncomingWebhookMutationVariables,
  DeleteIncomingWebhookMutation,
  DeleteIncomingWebhookMutationVariables,
} from './types';

export const OwnBotFieldsFragmentDoc =
  'fragment OwnBotFields on Bot{id description createdAt disabledAt user{...PersonFields}owner{id displayName}tokens{...OwnBotTokenFields}incomingWebhooks{id lastUsedAt room{id name}}}';
export const OwnBotTokenFieldsFragmentDoc =
  'fragment OwnBotTokenFields on BotToken{id name scopes rooms{id name}expiresAt lastUsedAt lastUsedFrom}';
export const OwnBotsDocument = /* @__PURE__ */ operation<OwnBotsQuery, OwnBotsQueryVariables>(
  'OwnBots',
  'query OwnBots($after:Cursor){bots(first:20 after:$after){nodes{...OwnBotFields}pageInfo{hasNextPage endCursor}}}',
  [OwnBotFieldsFragmentDoc, PersonFieldsFragmentDoc, OwnBotTokenFieldsFragmentDoc],
);
export const RoomsOfBotsDocument = /* @__PURE__ */ operation<RoomsOfBotsQuery, RoomsOfBotsQueryVariables>(
  'RoomsOfBots',
  'query RoomsOfBots($after:Cursor){viewer{rooms(first:100 after:$after){nodes{id name kind viewerMembership{role}}pageInfo{hasNextPage endCursor}}}}',
  [],
);
export const CreateBotDocument = /* @__PURE__ */ operation<CreateBotMutation, CreateBotMutationVariables>(
  'CreateBot',
  'mutation CreateBot($input:CreateBotInput!){createBot(input:$input){bot{...OwnBotFields}}}',
  [OwnBotFieldsFragmentDoc, PersonFieldsFragmentDoc, OwnBotTokenFieldsFragmentDoc],
);
export const DisableBotDocument = /* @__PURE__ */ operation<DisableBotMutation, DisableBotMutationVariables>(
  'DisableBot',
  'mutation DisableBot($input:DisableBotInput!){disableBot(input:$input){bot{...OwnBotFields}}}',
  [OwnBotFieldsFragmentDoc, PersonFieldsFragmentDoc, OwnBotTokenFieldsFragmentDoc],
);
export const CreateBotTokenDocument = /* @__PURE__ */ operation<
  CreateBotTokenMutation,
  CreateBotTokenMutationVariables
>(
  'CreateBotToken',
  'mutation CreateBotToken($input:CreateBotTokenInput!){createBotToken(input:$input){token{...OwnBotTokenFields}secret}}',
  [OwnBotTokenFieldsFragmentDoc],
);
export const RevokeBotTokenDocument = /* @__PURE__ */ operation<
  RevokeBotTokenMutation,
  RevokeBotTokenMutationVariables
>(
  'RevokeBotToken',
  'mutation RevokeBotToken($input:RevokeBotTokenInput!){revokeBotToken(input:$input){bot{...OwnBotFields}}}',
  [OwnBotFieldsFragmentDoc, PersonFieldsFragmentDoc, OwnBotTokenFieldsFragmentDoc],
);
export const CreateIncomingWebhookDocument = /* @__PURE__ */ operation<
  CreateIncomingWebhookMutation,
  CreateIncomingWebhookMutationVariables
>(
  'CreateIncomingWebhook',
  'mutation CreateIncomingWebhook($input:CreateIncomingWebhookInput!){createIncomingWebhook(input:$input){webhook{bot{...OwnBotFields}}url}}',
  [OwnBotFieldsFragmentDoc, PersonFieldsFragmentDoc, OwnBotTokenFieldsFragmentDoc],
);
export const DeleteIncomingWebhookDocument = /* @__PURE__ */ operation<
  DeleteIncomingWebhookMutation,
  DeleteIncomingWebhookMutationVariables
>(
  'DeleteIncomingWebhook',
  'mutation DeleteIncomingWebhook($input:DeleteIncomingWebhookInput!){deleteIncomingWebhook(input:$input){ok}}',
  [],
);
