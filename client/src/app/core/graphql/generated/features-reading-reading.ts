// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import {
  RoomViewerStateFieldsFragmentDoc,
  ThreadViewerStateFieldsFragmentDoc,
  ThreadReadingFieldsFragmentDoc,
} from './feed-fragments';
import type {
  MarkUnreadMutation,
  MarkUnreadMutationVariables,
  SetRoomPreferencesMutation,
  SetRoomPreferencesMutationVariables,
  FollowThreadMutation,
  FollowThreadMutationVariables,
  FollowedThreadEndsQuery,
  FollowedThreadEndsQueryVariables,
} from './types';

export const RoomReadingFieldsFragmentDoc =
  'fragment RoomReadingFields on Room{id viewerState{...RoomViewerStateFields}}';
export const MarkedThreadFieldsFragmentDoc =
  'fragment MarkedThreadFields on Thread{id viewerState{...ThreadViewerStateFields}}';
export const MarkUnreadDocument = /* @__PURE__ */ operation<MarkUnreadMutation, MarkUnreadMutationVariables>(
  'MarkUnread',
  'mutation MarkUnread($input:MarkUnreadInput!){markUnread(input:$input){room{...RoomReadingFields}thread{...MarkedThreadFields}}}',
  [
    RoomReadingFieldsFragmentDoc,
    RoomViewerStateFieldsFragmentDoc,
    MarkedThreadFieldsFragmentDoc,
    ThreadViewerStateFieldsFragmentDoc,
  ],
);
export const SetRoomPreferencesDocument = /* @__PURE__ */ operation<
  SetRoomPreferencesMutation,
  SetRoomPreferencesMutationVariables
>(
  'SetRoomPreferences',
  'mutation SetRoomPreferences($input:SetRoomPreferencesInput!){setRoomPreferences(input:$input){room{...RoomReadingFields}}}',
  [RoomReadingFieldsFragmentDoc, RoomViewerStateFieldsFragmentDoc],
);
export const FollowThreadDocument = /* @__PURE__ */ operation<FollowThreadMutation, FollowThreadMutationVariables>(
  'FollowThread',
  'mutation FollowThread($input:FollowThreadInput!){followThread(input:$input){thread{...ThreadReadingFields}}}',
  [ThreadReadingFieldsFragmentDoc, ThreadViewerStateFieldsFragmentDoc, RoomViewerStateFieldsFragmentDoc],
);
export const FollowedThreadEndsDocument = /* @__PURE__ */ operation<
  FollowedThreadEndsQuery,
  FollowedThreadEndsQueryVariables
>(
  'FollowedThreadEnds',
  'query FollowedThreadEnds($after:Cursor){viewer{threads(first:50 after:$after){nodes{...ThreadReadingFields messages(last:1){nodes{number seq}}}pageInfo{hasNextPage endCursor}}}}',
  [ThreadReadingFieldsFragmentDoc, ThreadViewerStateFieldsFragmentDoc, RoomViewerStateFieldsFragmentDoc],
);
