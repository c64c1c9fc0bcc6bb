// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import {
  SavedMessageFieldsFragmentDoc,
  MessageFieldsFragmentDoc,
  FileFieldsFragmentDoc,
  QuoteFieldsFragmentDoc,
  ThreadReadingFieldsFragmentDoc,
  ThreadViewerStateFieldsFragmentDoc,
  RoomViewerStateFieldsFragmentDoc,
  NoticeFieldsFragmentDoc,
} from './feed-fragments';
import { FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import type { ActivityQuery, ActivityQueryVariables } from './types';

export const ActivityFieldsFragmentDoc =
  'fragment ActivityFields on Message{...SavedMessageFields thread{...ThreadReadingFields}}';
export const ActivityDocument = /* @__PURE__ */ operation<ActivityQuery, ActivityQueryVariables>(
  'Activity',
  'query Activity($first:Int!$after:Cursor){viewer{activity(first:$first after:$after){nodes{...ActivityFields}pageInfo{hasNextPage endCursor}}notices(first:25){nodes{...NoticeFields}}}}',
  [
    ActivityFieldsFragmentDoc,
    SavedMessageFieldsFragmentDoc,
    MessageFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
    FileFieldsFragmentDoc,
    QuoteFieldsFragmentDoc,
    ThreadReadingFieldsFragmentDoc,
    ThreadViewerStateFieldsFragmentDoc,
    RoomViewerStateFieldsFragmentDoc,
    NoticeFieldsFragmentDoc,
  ],
);
