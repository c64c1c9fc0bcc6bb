import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { DateTime } from '../graphql/index.js';

/** What the log knows of an event; each feature adds the kinds of its own. */
@InterfaceType('Event', {
  resolveType: schemaNameOf,
  description:
    'One thing that happened. What it points to is shown as it is now: a MessageSent replayed after an edit shows the edited body.',
})
export abstract class EventType {
  @Field(() => ID, { description: 'The same for everybody and for ever: apply an event once by it.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it happened, by the clock of the server.' })
  at!: Date;

  actorId!: string | null;

  /** The name of its kind: of its class, in the schema and in the catalogue. */
  type!: string;
}

/** The name of an event's class in the schema, for every interface that events have. */
export function schemaNameOf({ type }: EventType): string {
  return type;
}

@InterfaceType('PersonalEvent', {
  resolveType: schemaNameOf,
  implements: () => [EventType],
  description: 'Something that concerns the viewer alone: nobody else ever sees it.',
})
export abstract class PersonalEventType extends EventType {
  personId!: string;
  subjectId!: string;
}

/** Something that everybody who is signed in may know. */
export abstract class HouseEventType extends EventType {
  subjectId!: string;
}
