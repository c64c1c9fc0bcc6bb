// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc } from './core-graphql-person';
import type { PeopleToMentionQuery, PeopleToMentionQueryVariables } from './types';

export const PeopleToMentionDocument = /* @__PURE__ */ operation<PeopleToMentionQuery, PeopleToMentionQueryVariables>(
  'PeopleToMention',
  'query PeopleToMention($query:String!$roomId:ID!$first:Int!){users(query:$query roomId:$roomId first:$first){...PersonFields}}',
  [PersonFieldsFragmentDoc],
);
