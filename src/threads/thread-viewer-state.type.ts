import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ThreadViewerState', {
  description: `What a thread is to the viewer. The author of its root and whoever wrote in it follow it, until they say otherwise; it lasts as long as they are in the
room. The count is what the rows say at the moment of asking. A client keeps it right by the room's events: those with \`seq\` up to \`asOfSeq\` are in it already; of
later ones, while \`follows\`, ThreadMessageSent of somebody else adds one, and ThreadMessageDeleted of somebody else's message with a \`number\` above \`lastReadNumber\` takes
one away. Everything else comes as ThreadStateChanged, whose \`state\` replaces this one.`,
})
export class ThreadViewerStateType {
  @Field({ description: 'Whether the viewer wants to hear of it.' })
  follows!: boolean;

  @Field(() => Int, {
    description: `The \`number\` of the last message of the thread that the viewer has read; 0 while there is none. For one who begins to follow without having read anything
it is the last message before that.`,
  })
  lastReadNumber!: number;

  @Field(() => Int, {
    description:
      "How many messages above `lastReadNumber` there are that are not the viewer's own and not deleted; 0 while they do not follow it.",
  })
  unreadCount!: number;

  @Field(() => Int, { description: "The `seq` of the room's newest event that the count knows of." })
  asOfSeq!: number;
}
