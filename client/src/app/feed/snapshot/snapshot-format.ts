import { EventsDocument, OpenChatRoomDocument, OpenThreadDocument } from '../../core/graphql/generated';

/** To be changed where the state of the chat is made otherwise of the same answers. */
const SHAPE = '1';

/** Changes with each field that is asked for: what was kept before lacks it, or has one that nobody knows. */
export const SNAPSHOT_FORMAT = [
  SHAPE,
  ...[EventsDocument, OpenChatRoomDocument, OpenThreadDocument].map(({ text }) => hashOf(text)),
].join('.');

/** FNV-1a, in 32 bits: this keeps nothing secret. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
