// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { ServerInfoFieldsFragmentDoc } from './core-server-info-server-info';
import type {
  ServerLookQuery,
  ServerLookQueryVariables,
  UpdateServerMutation,
  UpdateServerMutationVariables,
} from './types';

export const ServerLookDocument = /* @__PURE__ */ operation<ServerLookQuery, ServerLookQueryVariables>(
  'ServerLook',
  'query ServerLook{viewer{isAdministrator}server{...ServerInfoFields}}',
  [ServerInfoFieldsFragmentDoc],
);
export const UpdateServerDocument = /* @__PURE__ */ operation<UpdateServerMutation, UpdateServerMutationVariables>(
  'UpdateServer',
  'mutation UpdateServer($input:UpdateServerInput!){updateServer(input:$input){server{...ServerInfoFields}}}',
  [ServerInfoFieldsFragmentDoc],
);
