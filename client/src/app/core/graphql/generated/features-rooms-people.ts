// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc } from './core-graphql-person';
import type { FindPeopleQuery, FindPeopleQueryVariables } from './types';

export const FindPeopleDocument = /* @__PURE__ */ operation<FindPeopleQuery, FindPeopleQueryVariables>(
  'FindPeople',
  'query FindPeople($query:String!$first:Int!){users(query:$query first:$first){...PersonFields}}',
  [PersonFieldsFragmentDoc],
);
