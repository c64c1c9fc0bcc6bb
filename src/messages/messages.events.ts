import { InterfaceType, ObjectType } from '@nestjs/graphql';
import { EventType, kindOf } from '../log/index.js';
import { RoomEventType } from '../rooms/index.js';

@InterfaceType('MessageEvent', {
  resolveType: kindOf,
  implements: () => [EventType, RoomEventType],
  description: 'What happened to a message of a room.',
})
export abstract class MessageEventType extends RoomEventType {}

@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description: 'Somebody posted a message.',
})
export class MessageSent extends MessageEventType {}

@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description: 'Its author changed a message.',
})
export class MessageEdited extends MessageEventType {}

@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description: 'A message was deleted, by its author or a moderator.',
})
export class MessageDeleted extends MessageEventType {}

export const MESSAGE_EVENTS = [MessageSent, MessageEdited, MessageDeleted];
