import { ObjectType } from '@nestjs/graphql';
import { CataloguedEvent, EventType, HouseEventType, PersonalEventType, shown } from '../log/index.js';

@CataloguedEvent({
  owner: 'house',
  about: 'user',
  isForThoseWhoShareARoom: true,
  changes: ({ subjectId }) => [shown.user(subjectId)],
})
@ObjectType({
  implements: () => [EventType],
  description: `The viewer, or somebody whom they shared a room with when it happened, has another name, picture or status, or says something else of themselves.
Only in \`events\`. What is shown is as it is now, so the last of several is enough.`,
})
export class UserChanged extends HouseEventType {}

@CataloguedEvent({
  owner: 'person',
  about: 'user',
  changes: ({ personId }) => (personId === null ? [] : [shown.reportsTo(personId)]),
})
@ObjectType({
  implements: () => [EventType, PersonalEventType],
  description: `The viewer was made an administrator, or is none any more, by whomever. What is shown is as it is now. Behind it ReportsChanged tells of each of
their rooms in which reports wait.`,
})
export class AdministratorChanged extends PersonalEventType {}
