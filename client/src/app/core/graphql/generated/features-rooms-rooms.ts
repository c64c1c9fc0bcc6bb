// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import {
  RoomListFieldsFragmentDoc,
  RoomFieldsFragmentDoc,
  OpenRoomFieldsFragmentDoc,
  OwnRoomFieldsFragmentDoc,
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
  SearchRoomsQuery,
  SearchRoomsQueryVariables,
  RoomByNameQuery,
  RoomByNameQueryVariables,
  CreateRoomMutation,
  CreateRoomMutationVariables,
  UpdateRoomMutation,
  UpdateRoomMutationVariables,
  JoinRoomMutation,
  JoinRoomMutationVariables,
  LeaveRoomMutation,
  LeaveRoomMutationVariables,
  ArchiveRoomMutation,
  ArchiveRoomMutationVariables,
  UnarchiveRoomMutation,
  UnarchiveRoomMutationVariables,
  DeleteRoomMutation,
  DeleteRoomMutationVariables,
} from './types';

export const SearchRoomsDocument = /* @__PURE__ */ operation<SearchRoomsQuery, SearchRoomsQueryVariables>(
  'SearchRooms',
  'query SearchRooms($query:String!$after:Cursor$people:Boolean!){rooms(query:$query first:100 after:$after){...RoomListFields}users(query:$query first:20)@include(if:$people){...PersonFields}}',
  [RoomListFieldsFragmentDoc, RoomFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const RoomByNameDocument = /* @__PURE__ */ operation<RoomByNameQuery, RoomByNameQueryVariables>(
  'RoomByName',
  'query RoomByName($name:String!){roomByName(name:$name){...RoomFields}}',
  [RoomFieldsFragmentDoc],
);
export const CreateRoomDocument = /* @__PURE__ */ operation<CreateRoomMutation, CreateRoomMutationVariables>(
  'CreateRoom',
  'mutation CreateRoom($input:CreateRoomInput!){createRoom(input:$input){room{...OpenRoomFields}}}',
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
export const UpdateRoomDocument = /* @__PURE__ */ operation<UpdateRoomMutation, UpdateRoomMutationVariables>(
  'UpdateRoom',
  'mutation UpdateRoom($input:UpdateRoomInput!){updateRoom(input:$input){room{...RoomFields}}}',
  [RoomFieldsFragmentDoc],
);
export const JoinRoomDocument = /* @__PURE__ */ operation<JoinRoomMutation, JoinRoomMutationVariables>(
  'JoinRoom',
  'mutation JoinRoom($input:JoinRoomInput!){joinRoom(input:$input){room{...OpenRoomFields}}}',
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
export const LeaveRoomDocument = /* @__PURE__ */ operation<LeaveRoomMutation, LeaveRoomMutationVariables>(
  'LeaveRoom',
  'mutation LeaveRoom($input:LeaveRoomInput!){leaveRoom(input:$input){room{id}}}',
  [],
);
export const ArchiveRoomDocument = /* @__PURE__ */ operation<ArchiveRoomMutation, ArchiveRoomMutationVariables>(
  'ArchiveRoom',
  'mutation ArchiveRoom($input:ArchiveRoomInput!){archiveRoom(input:$input){room{...RoomFields}}}',
  [RoomFieldsFragmentDoc],
);
export const UnarchiveRoomDocument = /* @__PURE__ */ operation<UnarchiveRoomMutation, UnarchiveRoomMutationVariables>(
  'UnarchiveRoom',
  'mutation UnarchiveRoom($input:UnarchiveRoomInput!){unarchiveRoom(input:$input){room{...RoomFields}}}',
  [RoomFieldsFragmentDoc],
);
export const DeleteRoomDocument = /* @__PURE__ */ operation<DeleteRoomMutation, DeleteRoomMutationVariables>(
  'DeleteRoom',
  'mutation DeleteRoom($input:DeleteRoomInput!){deleteRoom(input:$input){ok}}',
  [],
);
