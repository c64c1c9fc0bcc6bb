import { InterfaceType, ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, schemaNameOf, shown } from '../log/index.js';
import { RoomEventType } from '../rooms/index.js';

@InterfaceType('MessageEvent', {
  resolveType: schemaNameOf,
  implements: () => [EventType, RoomEventType],
  description: 'What happened to a message of a room.',
})
export abstract class MessageEventType extends RoomEventType {}

@CataloguedEvent({
  owner: 'room',
  about: 'message',
  changes: ({ roomId }) => [shown.messagesOf(roomId), shown.unreadOf(roomId)],
  isSpeech: true,
})
@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description: 'Somebody posted a message.',
})
export class MessageSent extends MessageEventType {}

@CataloguedEvent({ owner: 'room', about: 'message', changes: ({ subjectId }) => [shown.message(subjectId)] })
@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description: 'Its author changed a message.',
})
export class MessageEdited extends MessageEventType {}

@CataloguedEvent({
  owner: 'room',
  about: 'message',
  changes: ({ roomId, subjectId }) => [shown.message(subjectId), shown.unreadOf(roomId)],
})
@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description: 'A message was deleted, by its author or a moderator.',
})
export class MessageDeleted extends MessageEventType {}
