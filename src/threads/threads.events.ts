import { ObjectType } from '@nestjs/graphql';
import {
  CataloguedEvent,
  EventType,
  type LoggedEvent,
  type Particulars,
  PersonalEventType,
  shown,
} from '../log/index.js';

/** In which room the thread is. */
export interface RoomParticulars extends Particulars {
  readonly v: 1;
  readonly roomId: string;
}

/** What the thread is to the person, and with it how many threads of the room have something unread. */
function changesStates({ particulars, personId, subjectId }: LoggedEvent) {
  if (personId === null || particulars === null || !('roomId' in particulars)) return [];
  const { roomId } = particulars;
  return typeof roomId === 'string' ? [shown.threadState(subjectId, personId), shown.roomState(roomId, personId)] : [];
}

@CataloguedEvent({ owner: 'person', about: 'thread', changes: changesStates })
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: `What the viewer has read of a thread, or whether they follow it, is different now: by markRead, markUnread or followThread on any of their devices, by blocking somebody or lifting that, or because
somebody else edited or deleted a message so that it names them now, or does so no more. Not for what follows from the room's own events: whoever writes in a thread, the author
of its root, and whoever is named there follow it from ThreadMessageSent on.`,
})
export class ThreadStateChanged extends PersonalEventType {
  particulars!: RoomParticulars;
}
