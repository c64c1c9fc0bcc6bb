import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, type LoggedRoomEvent, type Particulars, shown } from '../log/index.js';
import { MessageEventType } from '../messages/index.js';
import { RoomEventType } from '../rooms/index.js';

export interface ReactionParticulars extends Particulars {
  readonly v: 1;
  readonly emoji: string;
}

const changesReactions = ({ subjectId }: LoggedRoomEvent) => [shown.reactionsTo(subjectId)];

@CataloguedEvent({ owner: 'room', about: 'message', changes: changesReactions })
@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description: 'Somebody, the actor, reacted to a message. `message.reactions` are those of now.',
})
export class ReactionAdded extends MessageEventType {
  particulars!: ReactionParticulars;
}

@CataloguedEvent({ owner: 'room', about: 'message', changes: changesReactions })
@ObjectType({
  implements: () => [EventType, RoomEventType, MessageEventType],
  description:
    'Somebody, the actor, took a reaction back. Where a message is deleted there is none for each of its reactions: MessageDeleted says it all.',
})
export class ReactionRemoved extends MessageEventType {
  particulars!: ReactionParticulars;
}
