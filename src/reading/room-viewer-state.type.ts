import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../graphql/index.js';

export enum NotifyLevel {
  ALL = 'ALL',
  MENTIONS = 'MENTIONS',
  NOTHING = 'NOTHING',
}

registerEnumType(NotifyLevel, {
  name: 'NotifyLevel',
  description: 'Which messages of a room somebody wants to be notified of.',
  valuesMap: {
    ALL: { description: 'Every message of somebody else.' },
    MENTIONS: { description: 'Messages that mention them.' },
    NOTHING: { description: 'None.' },
  },
});

@ObjectType('RoomViewerState', {
  description: `What a room is to the viewer: what they have read there, and how they want to hear of it. The counts are what the rows say at the moment of asking;
the server keeps no counters. A client keeps them right by the room's events: those with \`seq\` up to \`asOfSeq\` are in the counts already; of later ones MessageSent
of somebody else adds one to \`unreadCount\`, and MessageDeleted of somebody else's message with a \`number\` above \`lastReadNumber\` takes one away. What the message
looks like by then does not matter. What somebody said whom the viewer blocks counts nowhere. \`unreadMentionCount\` changes with the same messages: MessageSent of one that has the viewer among \`mentions\`, or whose \`roomMention\` is BEGAN,
adds one; then MessageEdited with BEGAN adds one and MessageEdited or MessageDeleted with ENDED takes one away; in a DIRECT room it is always \`unreadCount\`. There MessageSent and
ThreadMessageSent of one whom the viewer does not block make \`isClosed\` false. Of threads that the viewer follows ThreadMessageSent and
ThreadMessageDeleted change \`unreadThreadCount\` and \`unreadThreadMentionCount\`, as their \`ThreadViewerState\` says; of one that a client does not know, or whose state is newer than
the room's, it asks for both. Everything else comes as RoomStateChanged, whose
\`state\` replaces this one, or as ThreadStateChanged with its \`roomState\`. Whoever joins, or comes back, asks for it with the room.`,
})
export class RoomViewerStateType {
  @Field(() => Int, {
    description: `The \`number\` of the last message that the viewer has read; everything after it is unread. It begins, also for one who comes back, at the room's
last message, which in a DIRECT room is 0. Sending does not move it.`,
  })
  lastReadNumber!: number;

  @Field(() => Int, {
    description:
      "How many messages above `lastReadNumber` there are that are not the viewer's own, not deleted, and not of somebody whom the viewer blocks.",
  })
  unreadCount!: number;

  @Field(() => Int, {
    description:
      'How many of them mention the viewer, by their username or with everybody in the room; those of threads not among them. In a DIRECT room all of them.',
  })
  unreadMentionCount!: number;

  @Field(() => Int, {
    description: 'How many threads of the room there are that the viewer follows and that have something unread.',
  })
  unreadThreadCount!: number;

  @Field(() => Int, {
    description: 'How many unread messages of these threads name the viewer; none of them is in `unreadMentionCount`.',
  })
  unreadThreadMentionCount!: number;

  @Field(() => Int, {
    description: "The `seq` of the room's newest event that the counts know of.",
  })
  asOfSeq!: number;

  @Field(() => NotifyLevel, {
    description: 'Which messages the viewer wants to be notified of. It begins as MENTIONS.',
  })
  notify!: NotifyLevel;

  @Field({ description: 'Whether the viewer wants no notice of this room now, whatever `notify` says.' })
  isMuted!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When muting ends by itself, which no event tells; null for never, and where the room is not muted now.',
  })
  mutedUntil!: Date | null;

  @Field({ description: 'Whether the viewer wants the room at the top of their list.' })
  isFavourite!: boolean;

  @Field({
    description:
      'Of a DIRECT room: whether it was taken out of the list, and nothing new was said there since by anybody whom the viewer does not block.',
  })
  isClosed!: boolean;
}
