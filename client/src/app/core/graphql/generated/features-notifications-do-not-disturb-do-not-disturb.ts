// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type { SetDoNotDisturbMutation, SetDoNotDisturbMutationVariables } from './types';

export const SetDoNotDisturbDocument = /* @__PURE__ */ operation<
  SetDoNotDisturbMutation,
  SetDoNotDisturbMutationVariables
>(
  'SetDoNotDisturb',
  'mutation SetDoNotDisturb($input:SetDoNotDisturbInput!){setDoNotDisturb(input:$input){doNotDisturbUntil}}',
  [],
);
