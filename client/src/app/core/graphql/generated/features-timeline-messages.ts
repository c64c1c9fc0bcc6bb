// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import {
  MessagePageFieldsFragmentDoc,
  MemberEventFieldsFragmentDoc,
  RoomChangeFieldsFragmentDoc,
  ReadMessageFieldsFragmentDoc,
  TimelineMessageFieldsFragmentDoc,
  MessageFieldsFragmentDoc,
  FileFieldsFragmentDoc,
  QuoteFieldsFragmentDoc,
  LinkPreviewFieldsFragmentDoc,
  ThreadSummaryFieldsFragmentDoc,
} from './feed-fragments';
import { PersonFieldsFragmentDoc, FaceFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import type {
  OlderMessagesQuery,
  OlderMessagesQueryVariables,
  NewerMessagesQuery,
  NewerMessagesQueryVariables,
  LatestMessagesQuery,
  LatestMessagesQueryVariables,
  MessagesAroundQuery,
  MessagesAroundQueryVariables,
  MessagesAtQuery,
  MessagesAtQueryVariables,
  RemoveLinkPreviewsMutation,
  RemoveLinkPreviewsMutationVariables,
} from './types';

export const OlderMessagesDocument = /* @__PURE__ */ operation<OlderMessagesQuery, OlderMessagesQueryVariables>(
  'OlderMessages',
  'query OlderMessages($roomId:ID!$before:Cursor!){room(id:$roomId){messages(last:50 before:$before){...MessagePageFields}}}',
  [
    MessagePageFieldsFragmentDoc,
    MemberEventFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    RoomChangeFieldsFragmentDoc,
    ReadMessageFieldsFragmentDoc,
    TimelineMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
    LinkPreviewFieldsFragmentDoc,
    ThreadSummaryFieldsFragmentDoc,
  ],
);
export const NewerMessagesDocument = /* @__PURE__ */ operation<NewerMessagesQuery, NewerMessagesQueryVariables>(
  'NewerMessages',
  'query NewerMessages($roomId:ID!$after:Cursor!){room(id:$roomId){messages(first:50 after:$after){...MessagePageFields}}}',
  [
    MessagePageFieldsFragmentDoc,
    MemberEventFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    RoomChangeFieldsFragmentDoc,
    ReadMessageFieldsFragmentDoc,
    TimelineMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
    LinkPreviewFieldsFragmentDoc,
    ThreadSummaryFieldsFragmentDoc,
  ],
);
export const LatestMessagesDocument = /* @__PURE__ */ operation<LatestMessagesQuery, LatestMessagesQueryVariables>(
  'LatestMessages',
  'query LatestMessages($roomId:ID!){room(id:$roomId){messages(last:50){...MessagePageFields}}}',
  [
    MessagePageFieldsFragmentDoc,
    MemberEventFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    RoomChangeFieldsFragmentDoc,
    ReadMessageFieldsFragmentDoc,
    TimelineMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
    LinkPreviewFieldsFragmentDoc,
    ThreadSummaryFieldsFragmentDoc,
  ],
);
export const MessagesAroundDocument = /* @__PURE__ */ operation<MessagesAroundQuery, MessagesAroundQueryVariables>(
  'MessagesAround',
  'query MessagesAround($roomId:ID!$number:Int!){room(id:$roomId){page:messagesAround(number:$number){...MessagePageFields}}}',
  [
    MessagePageFieldsFragmentDoc,
    MemberEventFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    RoomChangeFieldsFragmentDoc,
    ReadMessageFieldsFragmentDoc,
    TimelineMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
    LinkPreviewFieldsFragmentDoc,
    ThreadSummaryFieldsFragmentDoc,
  ],
);
export const MessagesAtDocument = /* @__PURE__ */ operation<MessagesAtQuery, MessagesAtQueryVariables>(
  'MessagesAt',
  'query MessagesAt($roomId:ID!$time:DateTime!){room(id:$roomId){page:messagesAt(time:$time){...MessagePageFields}}}',
  [
    MessagePageFieldsFragmentDoc,
    MemberEventFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    RoomChangeFieldsFragmentDoc,
    ReadMessageFieldsFragmentDoc,
    TimelineMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
    LinkPreviewFieldsFragmentDoc,
    ThreadSummaryFieldsFragmentDoc,
  ],
);
export const RemoveLinkPreviewsDocument = /* @__PURE__ */ operation<
  RemoveLinkPreviewsMutation,
  RemoveLinkPreviewsMutationVariables
>(
  'RemoveLinkPreviews',
  'mutation RemoveLinkPreviews($input:RemoveLinkPreviewsInput!){removeLinkPreviews(input:$input){message{...ReadMessageFields}}}',
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
