import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, PersonalEventType, shown } from '../../log/index.js';

@CataloguedEvent({
  owner: 'person',
  about: 'user',
  changes: ({ subjectId }) => [shown.notificationSettings(subjectId)],
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: 'The viewer said, on this or on another device, until when nothing is to call them.',
})
export class DoNotDisturbChanged extends PersonalEventType {}

@CataloguedEvent({
  owner: 'person',
  about: 'user',
  changes: ({ subjectId }) => [shown.notificationSettings(subjectId)],
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: 'The viewer said, on this or on another device, when and how they want to be called.',
})
export class NotificationSettingsChanged extends PersonalEventType {}
