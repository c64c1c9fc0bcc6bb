// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type { RoomStreamsSubscription, RoomStreamsSubscriptionVariables } from './types';

export const RoomStreamsDocument = /* @__PURE__ */ operation<RoomStreamsSubscription, RoomStreamsSubscriptionVariables>(
  'RoomStreams',
  'subscription RoomStreams($roomId:ID!){roomStreams(roomId:$roomId){message{id}offset text}}',
  [],
);
