import { InterfaceType, ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, type LoggedRoomEvent, schemaNameOf, shown } from '../log/index.js';
import { RoomEventType } from '../rooms/index.js';
import { threadIdIn, type ThreadParticulars } from '../threads/index.js';

@InterfaceType('ThreadMessageEvent', {
  resolveType: schemaNameOf,
  implements: () => [EventType, RoomEventType],
  description:
    "What happened to a message of a thread. It has its place among the room's events, but nothing of it stands in the room's own timeline.",
})
export abstract class ThreadMessageEventType extends RoomEventType {
  particulars!: ThreadParticulars;
}

/** Which messages there are in the thread, how many, and by whom. */
function changesThread({ particulars }: LoggedRoomEvent) {
  const id = threadIdIn(particulars);
  return id === null ? [] : [shown.thread(id)];
}

@CataloguedEvent({
  owner: 'room',
  about: 'message',
  changes: (event) => [...changesThread(event), shown.unreadOf(event.roomId)],
  isSpeech: true,
})
@ObjectType({
  implements: () => [EventType, RoomEventType, ThreadMessageEventType],
  description: `Somebody posted a message in a thread, perhaps the first one: then there is the thread from now on. They and the author of the root follow it, unless
they have said that they do not want to; whomever else it names follows it in any case.`,
})
export class ThreadMessageSent extends ThreadMessageEventType {}

@CataloguedEvent({ owner: 'room', about: 'message', changes: ({ subjectId }) => [shown.message(subjectId)] })
@ObjectType({
  implements: () => [EventType, RoomEventType, ThreadMessageEventType],
  description: 'Its author changed a message of a thread.',
})
export class ThreadMessageEdited extends ThreadMessageEventType {}

@CataloguedEvent({
  owner: 'room',
  about: 'message',
  changes: (event) => [
    ...changesThread(event),
    shown.message(event.subjectId),
    shown.pinsOf(event.roomId),
    shown.unreadOf(event.roomId),
  ],
})
@ObjectType({
  implements: () => [EventType, RoomEventType, ThreadMessageEventType],
  description: 'A message of a thread was deleted, by whomever `MessageDeleted` tells. The thread stays.',
})
export class ThreadMessageDeleted extends ThreadMessageEventType {}
