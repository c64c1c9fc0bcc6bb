import { InterfaceType, ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, PersonalEventType, schemaNameOf } from '../../log/index.js';

@InterfaceType('SessionEvent', {
  resolveType: schemaNameOf,
  implements: () => [EventType, PersonalEventType],
  description: 'What happened to one of the sessions of the viewer.',
})
export abstract class SessionEventType extends PersonalEventType {}

@CataloguedEvent({ owner: 'person', about: 'session', changes: () => [] })
@ObjectType({
  implements: () => [EventType, PersonalEventType, SessionEventType],
  description: 'The viewer signed in somewhere.',
})
export class SessionOpened extends SessionEventType {}

@CataloguedEvent({ owner: 'person', about: 'session', changes: () => [] })
@ObjectType({
  implements: () => [EventType, PersonalEventType, SessionEventType],
  description:
    'One of the sessions of the viewer has ended: signed out, ended from another session or by an administrator, or run out. Its tokens no longer work.',
})
export class SessionEnded extends SessionEventType {}
