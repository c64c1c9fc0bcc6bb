import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AtMost, Cursor, DateTime, LongText, PAGE_INFO, PageInfo } from '../graphql/index.js';
import { FileType } from '../files/index.js';
import { NodeType } from '../nodes/index.js';
import { UserType } from '../users/index.js';
import { plainTextOf } from './message-content.js';
import type { Message } from './message.entity.js';

@ObjectType('Message', { implements: () => [NodeType], description: 'What somebody said in a room.' })
export class MessageType {
  @Field(() => ID, {
    description:
      'Names it for editMessage and deleteMessage, and in events. Opaque, and the same for ever: also once edited or deleted.',
  })
  id!: string;

  @Field(() => Int, {
    description:
      'Its place among the messages of its room, or of the thread that it stands in: 1, 2, 3, … without gaps. Deleted ones keep theirs and stay in `messages`, empty, without files.',
  })
  number!: number;

  @Field(() => Int, {
    description:
      "The `seq` of its MessageSent, or in a thread of its ThreadMessageSent: its place among all of the room's events.",
  })
  seq!: number;

  @Field({ description: 'What was written, up to 8,000 characters of Markdown; empty once deleted.' })
  @LongText()
  body!: string;

  @Field(() => DateTime, { description: 'When it was posted.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When its author last changed it.' })
  editedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it was deleted: by its author, by a moderator, with its author’s account, or because it was older than messages are kept.',
  })
  deletedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was pinned; null while it is not, and once deleted.' })
  pinnedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "As its sender gave it, the same for every reader: the sender's client knows its own message by it.",
  })
  nonce!: string | null;

  @Field({
    description:
      'Whether its bot is still writing it: then `body` is what has come so far, up to a second behind `roomStreams`.',
  })
  isStreaming!: boolean;

  @Field({
    description:
      'Whether its bot stopped in the middle: `body` is what had come by then. False again once its bot has edited it.',
  })
  isBrokenOff!: boolean;

  @Field(() => UserType, { description: 'Who said it.' })
  author!: UserType;

  @Field(() => [FileType], { description: 'The files that came with it, in the order of the sender.' })
  @AtMost(10)
  attachments!: FileType[];

  roomId!: string;
  threadId!: string | null;
  replyToId!: string | null;

  static of(message: Message, author: UserType, attachments: FileType[]): MessageType {
    const { id, number, seq, content, createdAt, editedAt, deletedAt, pinnedAt, nonce } = message;
    const { roomId, threadId, replyToId, streamState } = message;
    const body = plainTextOf(content) ?? '';
    return {
      id,
      number,
      seq,
      body,
      createdAt,
      editedAt,
      deletedAt,
      pinnedAt,
      nonce,
      isStreaming: streamState === 'STREAMING',
      isBrokenOff: streamState === 'BROKEN_OFF',
      roomId,
      threadId,
      replyToId,
      author,
      attachments,
    };
  }
}

@ObjectType({ description: 'A message in a list.' })
export class MessageEdge {
  @Field(() => MessageType, { description: 'The message that stands at this place.' })
  node!: MessageType;

  @Field(() => Cursor, { description: 'Its place in the list.' })
  cursor!: string;
}

@ObjectType({
  description: 'A page of messages, in the order of its list; of `Room.messages` oldest first.',
})
export class MessageConnection {
  @Field(() => [MessageEdge], { description: 'The messages of this page, each with the cursor to page on from it.' })
  edges!: MessageEdge[];

  @Field(() => [MessageType], { description: 'The same without cursors.' })
  nodes!: MessageType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;

  /** The range that the page shows of its room's timeline, also where it holds no message; null for a list that is no timeline. */
  range!: MessageRange | null;
}

/** Messages from one number to another, both included. */
export interface MessageRange {
  readonly roomId: string;
  readonly from: number;
  readonly to: number;
  /** The room's newest number when the page was asked for. */
  readonly last: number;
  /** How many messages were asked for. */
  readonly size: number;
}
