import type { ChatState } from './chat-state';
import { withoutFollowedIn } from './followed-threads';
import { withoutRoom } from './own-rooms';
import { withoutSavedIn } from './saved-messages';

/** Without a room that the viewer is not in any more, and what they saw of it elsewhere. */
export function withoutAllIn(state: ChatState, roomId: string): ChatState {
  return withoutFollowedIn(withoutSavedIn(withoutRoom(state, roomId), roomId), roomId);
}
