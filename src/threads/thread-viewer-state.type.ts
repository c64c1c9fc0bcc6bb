import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ThreadViewerState', {
  description: `What a thread is to the viewer. The author of its root, whoever wrote in it and whoever is named in it by somebody else follow it, until they say otherwise;
who does not want to follows it again once somebody else names them there. It lasts as long as they are in the room. The counts are what the rows say at the moment of
asking. A client keeps them right by the room's events: those with \`seq\` up to \`asOfSeq\` are in them already; of later ones, while \`follows\`, ThreadMessageSent of somebody
else adds one to \`unreadCount\`, and where its message has the viewer among \`mentions\` one to \`unreadMentionCount\`; ThreadMessageDeleted of somebody else's message with a
\`number\` above \`lastReadNumber\` takes one away from \`unreadCount\`; of somebody whom the viewer blocks nothing counts. While it does not follow, a ThreadMessageSent that names the viewer, that is theirs, or that hangs on
their message may have begun it: the client asks again. Everything else comes as ThreadStateChanged, whose \`state\` replaces this one.`,
})
export class ThreadViewerStateType {
  @Field({ description: 'Whether the viewer wants to hear of it.' })
  follows!: boolean;

  @Field(() => Int, {
    description: `The \`number\` of the last message of the thread that the viewer has read; 0 while there is none. For one who begins to follow without having read anything
it is the last message before that; for one who follows because somebody names them, the one before that message, or a later one that they have read.`,
  })
  lastReadNumber!: number;

  @Field(() => Int, {
    description:
      "How many messages above `lastReadNumber` there are that are not the viewer's own, not deleted, and not of somebody whom the viewer blocks; 0 while they do not follow it.",
  })
  unreadCount!: number;

  @Field(() => Int, { description: 'How many of them name the viewer. `@room` is a plain word in a thread.' })
  unreadMentionCount!: number;

  @Field(() => Int, { description: "The `seq` of the room's newest event that the counts know of." })
  asOfSeq!: number;
}
