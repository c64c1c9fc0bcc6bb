// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { MemberPageFieldsFragmentDoc, MemberFieldsFragmentDoc, RoomFieldsFragmentDoc } from './feed-fragments';
import { FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import type {
  MoreMembersQuery,
  MoreMembersQueryVariables,
  AddMemberMutation,
  AddMemberMutationVariables,
  RemoveMemberMutation,
  RemoveMemberMutationVariables,
  SetMemberRoleMutation,
  SetMemberRoleMutationVariables,
} from './types';

export const MoreMembersDocument = /* @__PURE__ */ operation<MoreMembersQuery, MoreMembersQueryVariables>(
  'MoreMembers',
  'query MoreMembers($roomId:ID!$after:Cursor!){room(id:$roomId){members(first:100 after:$after){...MemberPageFields}}}',
  [
    MemberPageFieldsFragmentDoc,
    MemberFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
  ],
);
export const AddMemberDocument = /* @__PURE__ */ operation<AddMemberMutation, AddMemberMutationVariables>(
  'AddMember',
  'mutation AddMember($input:AddMemberInput!){addMember(input:$input){room{...RoomFields}member{...MemberFields}}}',
  [
    RoomFieldsFragmentDoc,
    MemberFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
  ],
);
export const RemoveMemberDocument = /* @__PURE__ */ operation<RemoveMemberMutation, RemoveMemberMutationVariables>(
  'RemoveMember',
  'mutation RemoveMember($input:RemoveMemberInput!){removeMember(input:$input){room{...RoomFields}}}',
  [RoomFieldsFragmentDoc],
);
export const SetMemberRoleDocument = /* @__PURE__ */ operation<SetMemberRoleMutation, SetMemberRoleMutationVariables>(
  'SetMemberRole',
  'mutation SetMemberRole($input:SetMemberRoleInput!){setMemberRole(input:$input){room{...RoomFields}member{...MemberFields}}}',
  [
    RoomFieldsFragmentDoc,
    MemberFieldsFragmentDoc,
    FaceFieldsFragmentDoc,
    PersonFieldsFragmentDoc,
    StatusFieldsFragmentDoc,
  ],
);
