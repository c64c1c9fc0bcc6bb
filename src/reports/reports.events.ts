import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, PersonalEventType, shown } from '../log/index.js';

@CataloguedEvent({
  owner: 'person',
  about: 'room',
  changes: ({ personId }) => (personId === null ? [] : [shown.reportsTo(personId)]),
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: `There is a new report in a room that the viewer looks after, or one was dealt with, by whomever; or they begin to look after a room where some wait, or do so no more. To its owner and moderators and to administrators, but never to the
author of the message. The counts are those of now: of several the last one says all.`,
})
export class ReportsChanged extends PersonalEventType {}

@CataloguedEvent({
  owner: 'person',
  about: 'notice',
  changes: ({ personId }) => (personId === null ? [] : [shown.noticesOf(personId)]),
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description:
    'Those who look after a room tell the viewer something: a warning, or that what they reported was dealt with.',
})
export class NoticeReceived extends PersonalEventType {}
