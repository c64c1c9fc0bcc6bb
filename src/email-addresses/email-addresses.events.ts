import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, PersonalEventType } from '../log/index.js';

@CataloguedEvent({ owner: 'person', about: 'user', changes: () => [] })
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description:
    "Something about the viewer's e-mail address changed: it was set, confirmed or removed, here or on another device, or its mail server began to refuse it.",
})
export class EmailAddressChanged extends PersonalEventType {}
