// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc } from './core-graphql-person';
import { RoomFieldsFragmentDoc } from './feed-fragments';
import type {
  RoomBansQuery,
  RoomBansQueryVariables,
  BanMemberMutation,
  BanMemberMutationVariables,
  UnbanMemberMutation,
  UnbanMemberMutationVariables,
} from './types';

export const BanFieldsFragmentDoc =
  'fragment BanFields on RoomBan{user{...PersonFields}by{...PersonFields}reason createdAt}';
export const RoomBansDocument = /* @__PURE__ */ operation<RoomBansQuery, RoomBansQueryVariables>(
  'RoomBans',
  'query RoomBans($roomId:ID!$after:Cursor){room(id:$roomId){bans(first:50 after:$after){nodes{...BanFields}pageInfo{hasNextPage endCursor}}}}',
  [BanFieldsFragmentDoc, PersonFieldsFragmentDoc],
);
export const BanMemberDocument = /* @__PURE__ */ operation<BanMemberMutation, BanMemberMutationVariables>(
  'BanMember',
  'mutation BanMember($input:BanMemberInput!){banMember(input:$input){room{...RoomFields}}}',
  [RoomFieldsFragmentDoc],
);
export const UnbanMemberDocument = /* @__PURE__ */ operation<UnbanMemberMutation, UnbanMemberMutationVariables>(
  'UnbanMember',
  'mutation UnbanMember($input:UnbanMemberInput!){unbanMember(input:$input){room{id}}}',
  [],
);
