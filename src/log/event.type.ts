import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { DateTime } from '../common/index.js';

/** What the log knows of an event; each feature adds the kinds of its own. */
@InterfaceType('Event', {
  resolveType: kindOf,
  description:
    'One thing that happened. What it points to is shown as it is now: a MessageSent replayed after an edit shows the edited body.',
})
export abstract class EventType {
  @Field(() => ID, { description: 'The same for everybody and for ever: apply an event once by it.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it happened, by the clock of the server.' })
  at!: Date;

  actorId!: string | null;

  /** The log's name of the kind, which is the schema's. */
  type!: string;
}

/** The kind of an event, for every interface that events have. */
export function kindOf({ type }: EventType): string {
  return type;
}
