import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, PersonalEventType, shown } from '../log/index.js';

@CataloguedEvent({
  owner: 'person',
  about: 'user',
  changes: ({ personId, subjectId }) => (personId === null ? [] : [shown.blocked(personId, subjectId)]),
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: `The viewer blocked somebody, or lifted that, on this or on another device. What is unread in rooms and threads where that makes a difference comes
behind it, as RoomStateChanged and ThreadStateChanged. Whoever was blocked is told nothing.`,
})
export class BlockedUsersChanged extends PersonalEventType {}
