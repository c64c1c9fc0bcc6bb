import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, PersonalEventType, shown } from '../log/index.js';

@CataloguedEvent({
  owner: 'person',
  about: 'message',
  changes: ({ personId, subjectId }) => (personId === null ? [] : [shown.saved(personId, subjectId)]),
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: 'The viewer saved a message, or takes it for saved no more, on this or on another device.',
})
export class SavedMessagesChanged extends PersonalEventType {}
