// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc } from './core-graphql-person';
import type {
  BlockedQuery,
  BlockedQueryVariables,
  BlockUserMutation,
  BlockUserMutationVariables,
  UnblockUserMutation,
  UnblockUserMutationVariables,
} from './types';

export const BlockedDocument = /* @__PURE__ */ operation<BlockedQuery, BlockedQueryVariables>(
  'Blocked',
  'query Blocked($after:Cursor){viewer{blockedUsers(first:100 after:$after){nodes{...PersonFields}pageInfo{hasNextPage endCursor}}}}',
  [PersonFieldsFragmentDoc],
);
export const BlockUserDocument = /* @__PURE__ */ operation<BlockUserMutation, BlockUserMutationVariables>(
  'BlockUser',
  'mutation BlockUser($input:BlockUserInput!){blockUser(input:$input){user{id}}}',
  [],
);
export const UnblockUserDocument = /* @__PURE__ */ operation<UnblockUserMutation, UnblockUserMutationVariables>(
  'UnblockUser',
  'mutation UnblockUser($input:UnblockUserInput!){unblockUser(input:$input){user{id}}}',
  [],
);
