import { Field, ID, InputType } from '@nestjs/graphql';
import { Cursor } from '../graphql/index.js';

@InputType('EventFilter', {
  description: `Which events of the feed a consumer wants: those that pass all that is given here. It is judged before anything of an event is executed, so what it leaves
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
    description: `Rooms, up to 500: then only what happens in one of them passes, while the viewer is there, and nothing that is no room's. Others match nothing. Left out, all;
empty, none.`,
  })
  roomIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether only events about a message pass that names the viewer, or everybody in its room, when the event is delivered. A deleted message names nobody.',
  })
  mentionsViewer?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Leaves out what the viewer did, from whatever device.' })
  notByViewer?: boolean | null;
}

@InputType({ description: 'Up to where a consumer has handled its feed.' })
export class AcknowledgeInput {
  @Field({ description: 'The name of a consumer of the viewer; NOT_FOUND otherwise.' })
  consumer!: string;

  @Field(() => Cursor, {
    description: `\`cursor\` of the last item that was handled, also of a mark: everything up to it is acknowledged with it. One that is not further than the place changes nothing. Any
cursor of the viewer's feed of all rooms is taken: \`eventCursor\` of the viewer passes over all that has happened. BAD_CURSOR for a cursor of another feed; CURSOR_EXPIRED for one
from before a restore.`,
  })
  cursor!: string;
}

@InputType({ description: 'Which consumer to delete.' })
export class DeleteConsumerInput {
  @Field({ description: 'Its name. One that is not there is no error.' })
  name!: string;
}
