import { Field, ID, InputType } from '@nestjs/graphql';
import { Cursor } from '../graphql/index.js';

@InputType('EventFilter', {
  description: `Which events of the feed a consumer wants: those that pass every condition given here. It is judged before anything of an event is executed, so what it leaves
out costs next to nothing.`,
})
export class EventFilterInput {
  @Field(() => [String], {
    nullable: true,
    description:
      'Names of types of events, up to 100; one that this server does not know matches nothing. Left out, all; empty, none.',
  })
  types?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Rooms, up to 500: only what happens in one of them passes, while the viewer is in it, and nothing that belongs to no room. Left out, all;
empty, none.`,
  })
  roomIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'With true, only events about a message that mentions the viewer, or everybody in its room, at the time of delivery. A deleted message mentions nobody.',
  })
  mentionsViewer?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'With true, leaves out what the viewer did, from whatever device.',
  })
  notByViewer?: boolean | null;
}

@InputType({ description: 'Up to where a consumer has handled its feed.' })
export class AcknowledgeInput {
  @Field({ description: 'The name of a consumer of the viewer; NOT_FOUND otherwise.' })
  consumer!: string;

  @Field(() => Cursor, {
    description: `The \`cursor\` of the last item that was handled, which may be a mark: everything up to it is acknowledged with it. One that is not beyond the place changes nothing. Any
cursor of the viewer's feed of all rooms is taken: the viewer's \`eventCursor\` skips all that has happened. BAD_CURSOR for a cursor of another feed; CURSOR_EXPIRED for one
from before a restore.`,
  })
  cursor!: string;
}

@InputType({ description: 'Which consumer to delete.' })
export class DeleteConsumerInput {
  @Field({ description: 'Its name. One that is not there is no error.' })
  name!: string;
}
