import type { RoomArrangement } from '../core/graphql/model';
import type { ChatState } from './chat-state';

/** With what everybody begins. */
export const NOT_ARRANGED: RoomArrangement = { order: 'ACTIVITY', sections: [], ownOrder: [] };

export function withArrangement(state: ChatState, arrangement: RoomArrangement): ChatState {
  return { ...state, arrangement };
}

/** Whoever comes back to a room that they left finds it in no section, and last in their own order. */
export function withoutRoomIn(arrangement: RoomArrangement, roomId: string): RoomArrangement {
  const { order, sections, ownOrder } = arrangement;
  const isOther = (id: string): boolean => id !== roomId;
  if (ownOrder.every(isOther) && sections.every(({ roomIds }) => roomIds.every(isOther))) return arrangement;
  return {
    order,
    sections: sections.map((section) => ({ ...section, roomIds: section.roomIds.filter(isOther) })),
    ownOrder: ownOrder.filter(isOther),
  };
}
