// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type { ServerRoomsQuery, ServerRoomsQueryVariables } from './types';

export const ServerRoomFieldsFragmentDoc =
  'fragment ServerRoomFields on ServerRoom{id name visibility memberCount messageCount fileBytes lastActivityAt archivedAt}';
export const ServerRoomsDocument = /* @__PURE__ */ operation<ServerRoomsQuery, ServerRoomsQueryVariables>(
  'ServerRooms',
  'query ServerRooms($query:String$after:Cursor){serverRooms(query:$query first:50 after:$after){nodes{...ServerRoomFields}totalCount pageInfo{hasNextPage endCursor}}}',
  [ServerRoomFieldsFragmentDoc],
);
