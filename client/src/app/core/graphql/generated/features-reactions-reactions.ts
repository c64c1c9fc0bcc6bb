// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import {
  ReadMessageFieldsFragmentDoc,
  TimelineMessageFieldsFragmentDoc,
  MessageFieldsFragmentDoc,
  FileFieldsFragmentDoc,
  QuoteFieldsFragmentDoc,
  LinkPreviewFieldsFragmentDoc,
} from './feed-fragments';
import { FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import type {
  AddReactionMutation,
  AddReactionMutationVariables,
  RemoveReactionMutation,
  RemoveReactionMutationVariables,
  WhoReactedQuery,
  WhoReactedQueryVariables,
} from './types';

export const AddReactionDocument = /* @__PURE__ */ operation<AddReactionMutation, AddReactionMutationVariables>(
  'AddReaction',
  'mutation AddReaction($input:AddReactionInput!){addReaction(input:$input){message{...ReadMessageFields}}}',
  [
    ReadMessageFieldsFragmentDoc,
    TimelineMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
    LinkPreviewFieldsFragmentDoc,
  ],
);
export const RemoveReactionDocument = /* @__PURE__ */ operation<
  RemoveReactionMutation,
  RemoveReactionMutationVariables
>(
  'RemoveReaction',
  'mutation RemoveReaction($input:RemoveReactionInput!){removeReaction(input:$input){message{...ReadMessageFields}}}',
  [
    ReadMessageFieldsFragmentDoc,
    TimelineMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
    LinkPreviewFieldsFragmentDoc,
  ],
);
export const WhoReactedDocument = /* @__PURE__ */ operation<WhoReactedQuery, WhoReactedQueryVariables>(
  'WhoReacted',
  'query WhoReacted($messageId:ID!){message(id:$messageId){reactions{emoji users(first:13){nodes{id displayName}}}}}',
  [],
);
