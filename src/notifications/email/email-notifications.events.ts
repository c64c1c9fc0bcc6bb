import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, PersonalEventType } from '../../log/index.js';

@CataloguedEvent({ owner: 'person', about: 'user', changes: () => [] })
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: 'The viewer said, on this or on another device or by the link in an e-mail, which e-mail they want.',
})
export class EmailNotificationsChanged extends PersonalEventType {}
