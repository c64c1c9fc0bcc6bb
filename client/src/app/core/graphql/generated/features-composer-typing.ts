// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type { SetTypingMutation, SetTypingMutationVariables } from './types';

export const SetTypingDocument = /* @__PURE__ */ operation<SetTypingMutation, SetTypingMutationVariables>(
  'SetTyping',
  'mutation SetTyping($input:SetTypingInput!){setTyping(input:$input){ok}}',
  [],
);
