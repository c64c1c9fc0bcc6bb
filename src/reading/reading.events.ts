import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, PersonalEventType, shown } from '../log/index.js';

@CataloguedEvent({
  owner: 'person',
  about: 'room',
  changes: ({ subjectId, personId }) => (personId === null ? [] : [shown.roomState(subjectId, personId)]),
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: `What the viewer has read of a room, or how they want to hear of it, is different now: by markRead, markUnread or setRoomPreferences on any of their
devices, by closeDirectRoom or openDirectRoom, by blocking somebody or lifting that, or because somebody else edited or deleted an unread message that names them. Not for what follows from the room's own events (see RoomViewerState), nor when muting ends by itself. Several may be replayed where the last one says all.`,
})
export class RoomStateChanged extends PersonalEventType {}
