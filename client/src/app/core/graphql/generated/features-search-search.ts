// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc } from './core-graphql-person';
import type {
  SearchMessagesQuery,
  SearchMessagesQueryVariables,
  PeopleToSearchQuery,
  PeopleToSearchQueryVariables,
} from './types';

export const SearchMessagesDocument = /* @__PURE__ */ operation<SearchMessagesQuery, SearchMessagesQueryVariables>(
  'SearchMessages',
  'query SearchMessages($query:String!$timeZone:String!$after:Cursor){search(query:$query timeZone:$timeZone first:25 after:$after){nodes{message{id number createdAt author{...PersonFields}room{id name}thread{id}attachments{id name}}excerpt{text isMatch}}pageInfo{hasNextPage endCursor}indexedSince}}',
  [PersonFieldsFragmentDoc],
);
export const PeopleToSearchDocument = /* @__PURE__ */ operation<PeopleToSearchQuery, PeopleToSearchQueryVariables>(
  'PeopleToSearch',
  'query PeopleToSearch($query:String!){users(query:$query first:6){...PersonFields}}',
  [PersonFieldsFragmentDoc],
);
