// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc } from './core-graphql-person';
import type {
  RegisterMutation,
  RegisterMutationVariables,
  LoginMutation,
  LoginMutationVariables,
  EnterAsGuestMutation,
  EnterAsGuestMutationVariables,
  RefreshSessionMutation,
  RefreshSessionMutationVariables,
  LogoutMutation,
  LogoutMutationVariables,
} from './types';

export const SessionFieldsFragmentDoc =
  'fragment SessionFields on Session{accessToken accessTokenExpiresAt refreshToken}';
export const RegisterDocument = /* @__PURE__ */ operation<RegisterMutation, RegisterMutationVariables>(
  'Register',
  'mutation Register($input:RegisterInput!){register(input:$input){generatedPassword room{id}user{...FaceFields}session{...SessionFields}}}',
  [FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc, SessionFieldsFragmentDoc],
);
export const LoginDocument = /* @__PURE__ */ operation<LoginMutation, LoginMutationVariables>(
  'Login',
  'mutation Login($input:LoginInput!){login(input:$input){user{...FaceFields}session{...SessionFields}}}',
  [FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc, SessionFieldsFragmentDoc],
);
export const EnterAsGuestDocument = /* @__PURE__ */ operation<EnterAsGuestMutation, EnterAsGuestMutationVariables>(
  'EnterAsGuest',
  'mutation EnterAsGuest($input:EnterAsGuestInput!){enterAsGuest(input:$input){room{id}user{...FaceFields}session{...SessionFields}}}',
  [FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc, SessionFieldsFragmentDoc],
);
export const RefreshSessionDocument = /* @__PURE__ */ operation<
  RefreshSessionMutation,
  RefreshSessionMutationVariables
>(
  'RefreshSession',
  'mutation RefreshSession($input:RefreshSessionInput){refreshSession(input:$input){user{...FaceFields}session{...SessionFields}}}',
  [FaceFieldsFragmentDoc, PersonFieldsFragmentDoc, StatusFieldsFragmentDoc, SessionFieldsFragmentDoc],
);
export const LogoutDocument = /* @__PURE__ */ operation<LogoutMutation, LogoutMutationVariables>(
  'Logout',
  'mutation Logout{logout{ok}}',
  [],
);
