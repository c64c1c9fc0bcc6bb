// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc, FaceFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
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
import type {
  InvitationQuery,
  InvitationQueryVariables,
  RoomInvitationsQuery,
  RoomInvitationsQueryVariables,
  ServerInvitationsQuery,
  ServerInvitationsQueryVariables,
  AllInvitationsQuery,
  AllInvitationsQueryVariables,
  MoreInvitationsToRoomsQuery,
  MoreInvitationsToRoomsQueryVariables,
  CreateInvitationMutation,
  CreateInvitationMutationVariables,
  RevokeInvitationMutation,
  RevokeInvitationMutationVariables,
  AcceptInvitationMutation,
  AcceptInvitationMutationVariables,
} from './types';

export const RoomInvitationPageFieldsFragmentDoc =
  'fragment RoomInvitationPageFields on InvitationConnection{nodes{id roomName expiresAt usesLeft createdBy{...PersonFields}}pageInfo{hasNextPage endCursor}}';
export const ReceivedInvitationFieldsFragmentDoc =
  'fragment ReceivedInvitationFields on Invitation{id roomName allowsRegistration allowsGuests createdBy{...PersonFields}room{id viewerMembership{role}}}';
export const GivenInvitationFieldsFragmentDoc =
  'fragment GivenInvitationFields on Invitation{id path expiresAt usesLeft allowsRegistration createdBy{...PersonFields}}';
export const InvitationDocument = /* @__PURE__ */ operation<InvitationQuery, InvitationQueryVariables>(
  'Invitation',
  'query Invitation($code:String!){invitation(code:$code){...ReceivedInvitationFields}}',
  [ReceivedInvitationFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const RoomInvitationsDocument = /* @__PURE__ */ operation<RoomInvitationsQuery, RoomInvitationsQueryVariables>(
  'RoomInvitations',
  'query RoomInvitations($roomId:ID!){room(id:$roomId){id invitations{...GivenInvitationFields}}}',
  [GivenInvitationFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const ServerInvitationsDocument = /* @__PURE__ */ operation<
  ServerInvitationsQuery,
  ServerInvitationsQueryVariables
>('ServerInvitations', 'query ServerInvitations{serverInvitations{...GivenInvitationFields}}', [
  GivenInvitationFieldsFragmentDoc,
  PersonFieldsFragmentDoc,
]);
export const AllInvitationsDocument = /* @__PURE__ */ operation<AllInvitationsQuery, AllInvitationsQueryVariables>(
  'AllInvitations',
  'query AllInvitations{serverInvitations{...GivenInvitationFields}invitationsToRooms(first:50){...RoomInvitationPageFields}}',
  [GivenInvitationFieldsFragmentDoc, PersonFieldsFragmentDoc, RoomInvitationPageFieldsFragmentDoc],
);
export const MoreInvitationsToRoomsDocument = /* @__PURE__ */ operation<
  MoreInvitationsToRoomsQuery,
  MoreInvitationsToRoomsQueryVariables
>(
  'MoreInvitationsToRooms',
  'query MoreInvitationsToRooms($after:Cursor!){invitationsToRooms(first:50 after:$after){...RoomInvitationPageFields}}',
  [RoomInvitationPageFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const CreateInvitationDocument = /* @__PURE__ */ operation<
  CreateInvitationMutation,
  CreateInvitationMutationVariables
>(
  'CreateInvitation',
  'mutation CreateInvitation($input:CreateInvitationInput!){createInvitation(input:$input){invitation{...GivenInvitationFields}}}',
  [GivenInvitationFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const RevokeInvitationDocument = /* @__PURE__ */ operation<
  RevokeInvitationMutation,
  RevokeInvitationMutationVariables
>(
  'RevokeInvitation',
  'mutation RevokeInvitation($input:RevokeInvitationInput!){revokeInvitation(input:$input){room{id}}}',
  [],
);
export const AcceptInvitationDocument = /* @__PURE__ */ operation<
  AcceptInvitationMutation,
  AcceptInvitationMutationVariables
>(
  'AcceptInvitation',
  'mutation AcceptInvitation($input:AcceptInvitationInput!){acceptInvitation(input:$input){room{...OpenRoomFields}}}',
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
