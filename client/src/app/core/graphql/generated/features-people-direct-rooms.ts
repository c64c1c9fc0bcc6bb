// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import {
  OpenRoomFieldsFragmentDoc,
  OwnRoomFieldsFragmentDoc,
  RoomFieldsFragmentDoc,
  RoomViewerStateFieldsFragmentDoc,
  MemberPageFieldsFragmentDoc,
  MemberFieldsFragmentDoc,
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
  OpenDirectRoomMutation,
  OpenDirectRoomMutationVariables,
  CloseDirectRoomMutation,
  CloseDirectRoomMutationVariables,
} from './types';

export const OpenDirectRoomDocument = /* @__PURE__ */ operation<
  OpenDirectRoomMutation,
  OpenDirectRoomMutationVariables
>(
  'OpenDirectRoom',
  'mutation OpenDirectRoom($input:OpenDirectRoomInput!){openDirectRoom(input:$input){room{...OpenRoomFields}}}',
  [
    OpenRoomFieldsFragmentDoc,
    OwnRoomFieldsFragmentDoc,
    RoomFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    RoomViewerStateFieldsFragmentDoc,
    MemberPageFieldsFragmentDoc,
    MemberFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
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
  ],
);
export const CloseDirectRoomDocument = /* @__PURE__ */ operation<
  CloseDirectRoomMutation,
  CloseDirectRoomMutationVariables
>(
  'CloseDirectRoom',
  'mutation CloseDirectRoom($input:CloseDirectRoomInput!){closeDirectRoom(input:$input){room{id viewerState{...RoomViewerStateFields}}}}',
  [RoomViewerStateFieldsFragmentDoc],
);
