import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { NodeType } from '../nodes/index.js';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../graphql/index.js';

@ObjectType('Thread', {
  implements: () => [NodeType],
  description: `What was said about one message, beside the room's timeline. Its messages are numbered on their own: 1, 2, 3, … without gaps. It is there from its first
message on, and stays when the message that it hangs on is deleted. Whoever is in the room may read it and write in it.`,
})
export class ThreadType {
  @Field(() => ID, { description: 'Names it in `threadId` arguments. Opaque, and the same for ever.' })
  id!: string;

  @Field(() => Int, { description: 'How many messages there are in it, the deleted ones left out.' })
  messageCount!: number;

  @Field(() => DateTime, { description: 'When something was said in it last, also where that was deleted since.' })
  lastMessageAt!: Date;

  roomId!: string;
  /** The number of its newest message: where pages of messages start from. */
  lastNumber!: number;
}

@ObjectType({ description: 'A thread in a list.' })
export class ThreadEdge {
  @Field(() => ThreadType, { description: 'The thread that stands at this place.' })
  node!: ThreadType;

  @Field(() => Cursor, { description: 'Its place in the list.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of threads.' })
export class ThreadConnection {
  @Field(() => [ThreadEdge], { description: 'The threads of this page, each with the cursor to page on from it.' })
  edges!: ThreadEdge[];

  @Field(() => [ThreadType], { description: 'The same without cursors.' })
  nodes!: ThreadType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;
}
