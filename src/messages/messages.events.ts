import { InterfaceType, ObjectType } from '@nestjs/graphql';
import {
  CataloguedEvent,
  EventType,
  type LoggedRoomEvent,
  type Particulars,
  schemaNameOf,
  shown,
} from '../log/index.js';
import { RoomEventType } from '../rooms/index.js';
import type { RoomMentionChange } from './room-mention-change.js';

@InterfaceType('MessageEvent', {
  resolveType: schemaNameOf,
  implements: () => [EventType, RoomEventType],
  description: 'What happened to a message of a room.',
})
export abstract class MessageEventType extends RoomEventType {}

interface MentionParticulars extends Particulars {
  readonly v: 1;
  readonly roomMention: RoomMentionChange;
}

/** What the log keeps with an event that changes a mention of the whole room. */
export function particularsOf(roomMention: RoomMentionChange | null): MentionParticulars | null {
  return roomMention && { v: 1, roomMention };
}

/** An event with which a message may begin or cease to mention the whole room. */
export abstract class SpokenEventType extends MessageEventType {
  particulars!: MentionParticulars | null;
}

/** The message, and the list of those that are pinned, where it stands or stood. */
const changesPins = ({ roomId, subjectId }: LoggedRoomEvent) => [shown.message(subjectId), shown.pinsOf(roomId)];

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
export class MessageSent extends SpokenEventType {}

@CataloguedEvent({
  owner: 'room',
  about: 'message',
  changes: ({ roomId, subjectId }) => [shown.message(subjectId), shown.unreadOf(roomId)],
})
@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description: 'Its author changed a message.',
})
export class MessageEdited extends SpokenEventType {}

@CataloguedEvent({
  owner: 'room',
  about: 'message',
  changes: (event) => [...changesPins(event), shown.unreadOf(event.roomId)],
})
@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description:
    'A message was deleted: by its author, by a moderator, with the account of its author, or, where the actor is null, because it was older than messages are kept.',
})
export class MessageDeleted extends SpokenEventType {}

@CataloguedEvent({ owner: 'room', about: 'message', changes: changesPins })
@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description: 'Somebody, the actor, pinned a message.',
})
export class MessagePinned extends MessageEventType {}

@CataloguedEvent({ owner: 'room', about: 'message', changes: changesPins })
@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description:
    'Somebody, the actor, unpinned a message. There is none where a pinned message is deleted: MessageDeleted says so.',
})
export class MessageUnpinned extends MessageEventType {}
