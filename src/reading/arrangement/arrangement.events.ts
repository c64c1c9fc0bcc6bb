import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, PersonalEventType, shown } from '../../log/index.js';

@CataloguedEvent({
  owner: 'person',
  about: 'user',
  changes: ({ subjectId }) => [shown.roomArrangement(subjectId)],
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description:
    'The viewer arranged their list of rooms in another way, on this or on another device. Not when a room that was in a section is left: a client takes it out by itself.',
})
export class RoomsArranged extends PersonalEventType {}
