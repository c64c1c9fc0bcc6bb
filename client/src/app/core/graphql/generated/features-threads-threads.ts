// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import {
  ThreadSummaryFieldsFragmentDoc,
  ThreadReadingFieldsFragmentDoc,
  ThreadViewerStateFieldsFragmentDoc,
  RoomViewerStateFieldsFragmentDoc,
  MessageFieldsFragmentDoc,
  FileFieldsFragmentDoc,
  QuoteFieldsFragmentDoc,
} from './feed-fragments';
import { FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import type { FollowedThreadsQuery, FollowedThreadsQueryVariables } from './types';

export const FollowedThreadFieldsFragmentDoc =
  'fragment FollowedThreadFields on Thread{...ThreadSummaryFields ...ThreadReadingFields room{name}root{...MessageFields}}';
export const FollowedThreadsDocument = /* @__PURE__ */ operation<FollowedThreadsQuery, FollowedThreadsQueryVariables>(
  'FollowedThreads',
  'query FollowedThreads($after:Cursor$isFirst:Boolean!){viewer{unread:threads(first:25 onlyUnread:true)@include(if:$isFirst){nodes{...FollowedThreadFields}}threads(first:25 after:$after){nodes{...FollowedThreadFields}pageInfo{hasNextPage endCursor}}}}',
  [
    FollowedThreadFieldsFragmentDoc,
    ThreadSummaryFieldsFragmentDoc,
    ThreadReadingFieldsFragmentDoc,
    ThreadViewerStateFieldsFragmentDoc,
    RoomViewerStateFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
  ],
);
