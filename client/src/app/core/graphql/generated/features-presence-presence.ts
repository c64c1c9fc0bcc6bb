// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { PersonFieldsFragmentDoc } from './core-graphql-person';
import type {
  RoomPresenceSubscription,
  RoomPresenceSubscriptionVariables,
  PeoplePresenceSubscription,
  PeoplePresenceSubscriptionVariables,
} from './types';

export const RoomPresenceDocument = /* @__PURE__ */ operation<
  RoomPresenceSubscription,
  RoomPresenceSubscriptionVariables
>(
  'RoomPresence',
  'subscription RoomPresence($roomId:ID!){roomPresence(roomId:$roomId){here{...PersonFields}hereCount typing{...PersonFields}}}',
  [PersonFieldsFragmentDoc],
);
export const PeoplePresenceDocument = /* @__PURE__ */ operation<
  PeoplePresenceSubscription,
  PeoplePresenceSubscriptionVariables
>('PeoplePresence', 'subscription PeoplePresence($userIds:[ID!]!){presence(userIds:$userIds){onlineIds}}', []);
