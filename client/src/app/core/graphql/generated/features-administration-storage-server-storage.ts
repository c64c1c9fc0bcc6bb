// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import { ServerRoomFieldsFragmentDoc } from './features-administration-rooms-server-rooms';
import type { ServerStorageQuery, ServerStorageQueryVariables } from './types';

export const ServerStorageDocument = /* @__PURE__ */ operation<ServerStorageQuery, ServerStorageQueryVariables>(
  'ServerStorage',
  'query ServerStorage{serverStorage{fileBytes fileQuotaBytes avatarBytes databaseBytes freeBytes databaseFreeBytes largestRooms{...ServerRoomFields}olderThanMonth:filesOlderThan(days:30){count bytes}olderThanQuarter:filesOlderThan(days:90){count bytes}olderThanYear:filesOlderThan(days:365){count bytes}}}',
  [ServerRoomFieldsFragmentDoc],
);
