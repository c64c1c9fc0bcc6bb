// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import {
  ThreadPageFieldsFragmentDoc,
  ReadMessageFieldsFragmentDoc,
  TimelineMessageFieldsFragmentDoc,
  MessageFieldsFragmentDoc,
  FileFieldsFragmentDoc,
  QuoteFieldsFragmentDoc,
  LinkPreviewFieldsFragmentDoc,
} from './feed-fragments';
import { FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import type {
  OlderRepliesQuery,
  OlderRepliesQueryVariables,
  NewerRepliesQuery,
  NewerRepliesQueryVariables,
  LatestRepliesQuery,
  LatestRepliesQueryVariables,
  RepliesAroundQuery,
  RepliesAroundQueryVariables,
  RepliesAtQuery,
  RepliesAtQueryVariables,
} from './types';

export const OlderRepliesDocument = /* @__PURE__ */ operation<OlderRepliesQuery, OlderRepliesQueryVariables>(
  'OlderReplies',
  'query OlderReplies($id:ID!$before:Cursor!){thread(id:$id){messages(last:50 before:$before){...ThreadPageFields}}}',
  [
    ThreadPageFieldsFragmentDoc,
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
export const NewerRepliesDocument = /* @__PURE__ */ operation<NewerRepliesQuery, NewerRepliesQueryVariables>(
  'NewerReplies',
  'query NewerReplies($id:ID!$after:Cursor!){thread(id:$id){messages(first:50 after:$after){...ThreadPageFields}}}',
  [
    ThreadPageFieldsFragmentDoc,
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
export const LatestRepliesDocument = /* @__PURE__ */ operation<LatestRepliesQuery, LatestRepliesQueryVariables>(
  'LatestReplies',
  'query LatestReplies($id:ID!){thread(id:$id){messages(last:50){...ThreadPageFields}}}',
  [
    ThreadPageFieldsFragmentDoc,
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
export const RepliesAroundDocument = /* @__PURE__ */ operation<RepliesAroundQuery, RepliesAroundQueryVariables>(
  'RepliesAround',
  'query RepliesAround($id:ID!$number:Int!){thread(id:$id){messages:messagesAround(number:$number){...ThreadPageFields}}}',
  [
    ThreadPageFieldsFragmentDoc,
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
export const RepliesAtDocument = /* @__PURE__ */ operation<RepliesAtQuery, RepliesAtQueryVariables>(
  'RepliesAt',
  'query RepliesAt($id:ID!$time:DateTime!){thread(id:$id){messages:messagesAt(time:$time){...ThreadPageFields}}}',
  [
    ThreadPageFieldsFragmentDoc,
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
