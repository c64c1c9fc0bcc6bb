// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import type { PersonCardQuery, PersonCardQueryVariables } from './types';

export const ProfileFieldsFragmentDoc = 'fragment ProfileFields on User{...FaceFields about timeZone}';
export const PersonCardDocument = /* @__PURE__ */ operation<PersonCardQuery, PersonCardQueryVariables>(
  'PersonCard',
  'query PersonCard($username:String!){userByUsername(username:$username){...ProfileFields bot{owner{id displayName}}}}',
  [ProfileFieldsFragmentDoc, FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc],
);
