// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type {
  CommandsInRoomQuery,
  CommandsInRoomQueryVariables,
  InvokeCommandMutation,
  InvokeCommandMutationVariables,
} from './types';

export const CommandsInRoomDocument = /* @__PURE__ */ operation<CommandsInRoomQuery, CommandsInRoomQueryVariables>(
  'CommandsInRoom',
  'query CommandsInRoom($roomId:ID!){room(id:$roomId){id commands{name description usage bot{id user{id displayName}}}}}',
  [],
);
export const InvokeCommandDocument = /* @__PURE__ */ operation<InvokeCommandMutation, InvokeCommandMutationVariables>(
  'InvokeCommand',
  'mutation InvokeCommand($input:InvokeCommandInput!){invokeCommand(input:$input){interactionId}}',
  [],
);
