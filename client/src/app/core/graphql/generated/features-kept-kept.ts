// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import {
  ReadMessageFieldsFragmentDoc,
  TimelineMessageFieldsFragmentDoc,
  MessageFieldsFragmentDoc,
  FileFieldsFragmentDoc,
  QuoteFieldsFragmentDoc,
  LinkPreviewFieldsFragmentDoc,
  SavedMessageFieldsFragmentDoc,
} from './feed-fragments';
import { FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import type {
  SaveMessageMutation,
  SaveMessageMutationVariables,
  UnsaveMessageMutation,
  UnsaveMessageMutationVariables,
  PinsQuery,
  PinsQueryVariables,
  SavedMessagesQuery,
  SavedMessagesQueryVariables,
} from './types';

export const SaveMessageDocument = /* @__PURE__ */ operation<SaveMessageMutation, SaveMessageMutationVariables>(
  'SaveMessage',
  'mutation SaveMessage($input:SaveMessageInput!){saveMessage(input:$input){message{...ReadMessageFields}}}',
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
export const UnsaveMessageDocument = /* @__PURE__ */ operation<UnsaveMessageMutation, UnsaveMessageMutationVariables>(
  'UnsaveMessage',
  'mutation UnsaveMessage($input:UnsaveMessageInput!){unsaveMessage(input:$input){message{...ReadMessageFields}}}',
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
export const PinsDocument = /* @__PURE__ */ operation<PinsQuery, PinsQueryVariables>(
  'Pins',
  'query Pins($roomId:ID!$after:Cursor){room(id:$roomId){pins(first:50 after:$after){nodes{...MessageFields}pageInfo{hasNextPage endCursor}}}}',
  [
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
  ],
);
export const SavedMessagesDocument = /* @__PURE__ */ operation<SavedMessagesQuery, SavedMessagesQueryVariables>(
  'SavedMessages',
  'query SavedMessages($after:Cursor){viewer{savedMessages(first:50 after:$after){nodes{...SavedMessageFields}pageInfo{hasNextPage endCursor}}}}',
  [
    SavedMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
  ],
);
