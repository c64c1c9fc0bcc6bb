import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, GraphQLContext, Viewer } from '../caller/index.js';
import { Cursor, DateTime, noteShown, ViewerDependent } from '../graphql/index.js';
import { shown } from '../log/index.js';
import { RoomAccess } from '../rooms/index.js';
import { ShownThreads, ThreadType } from '../threads/index.js';
import { FreshMessages } from './fresh-messages.js';
import { MessageHistory, timelineOfThread } from './message-history.js';
import { MessageConnection, MessageType } from './message.type.js';
import { NamedMessages } from './named-messages.js';
import { ThreadMessageEventType } from './thread-messages.events.js';

@Resolver(() => ThreadType)
export class ThreadMessagesResolver {
  constructor(
    private readonly history: MessageHistory,
    private readonly access: RoomAccess,
    private readonly named: NamedMessages,
  ) {}

  @ResolveField(() => MessageType, {
    description: "The message of the room's own timeline that it hangs on, as it is now: empty once deleted.",
  })
  root(@Parent() { id }: ThreadType, @Context() scope: object): Promise<MessageType> {
    return this.named.get(scope, id);
  }

  @ResolveField('messages', () => MessageConnection, {
    description:
      'What was said in it, oldest first within a page; the root is not among it. `last` with `before` pages back, `first` with `after` forward; none given means `last: 50`. Empty for one who is not in the room any more.',
  })
  @ViewerDependent()
  async pageOfMessages(
    @Parent() thread: ThreadType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
    @Args('first', { type: () => Int, nullable: true, description: '1 to 100.' }) first: number | null | undefined,
    @Args('after', {
      type: () => Cursor,
      nullable: true,
      description:
        "Only messages newer than this place, a cursor of this thread's messages (else BAD_CURSOR). Without `first`, 50 of them; with `last` or `before` it is BAD_USER_INPUT.",
    })
    after: string | null | undefined,
    @Args('last', { type: () => Int, nullable: true, description: '1 to 100.' }) last: number | null | undefined,
    @Args('before', {
      type: () => Cursor,
      nullable: true,
      description:
        "Only messages older than this place, a cursor of this thread's messages (else BAD_CURSOR). Without `last`, 50 of them; with `first` or `after` it is BAD_USER_INPUT.",
    })
    before: string | null | undefined,
  ): Promise<MessageConnection> {
    const timeline = await this.timelineFor(context, viewer, thread);
    return this.history.pageOf(context, timeline, { first, after, last, before });
  }

  @ResolveField('messagesAround', () => MessageConnection, {
    description: `Around the message of this number, it in the middle: half of the page on each side, and more on one where the thread ends on the other.
From there its cursors page on as those of \`messages\` do.`,
  })
  @ViewerDependent()
  async pageAroundMessage(
    @Parent() thread: ThreadType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
    @Args('number', {
      type: () => Int,
      description: "The message's; below 1 or above the newest, the nearest one there is.",
    })
    number: number,
    @Args('count', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    count: number | null,
  ): Promise<MessageConnection> {
    const timeline = await this.timelineFor(context, viewer, thread);
    return this.history.pageAround(context, timeline, number, count ?? 50);
  }

  @ResolveField('messagesAt', () => MessageConnection, {
    description: `Around the first message that was sent at this time or later, as \`messagesAround\` has it; where nothing was said since, the end of the thread.`,
  })
  @ViewerDependent()
  async pageAtTime(
    @Parent() thread: ThreadType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
    @Args('time', { type: () => DateTime, description: 'By the clock of the server.' }) time: Date,
    @Args('count', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    count: number | null,
  ): Promise<MessageConnection> {
    const timeline = await this.timelineFor(context, viewer, thread);
    return this.history.pageAt(context, timeline, time, count ?? 50);
  }

  /** An event may be shown to somebody who has left since: of what came after it they are shown nothing. */
  private async timelineFor(context: GraphQLContext, viewer: Actor | null, thread: ThreadType) {
    const timeline = timelineOfThread(thread);
    return (await this.access.mayRead(context, viewer, thread.roomId)) ? timeline : { ...timeline, lastNumber: 0 };
  }
}

@Resolver(() => MessageType)
export class ThreadsOfMessagesResolver {
  constructor(
    private readonly threads: ShownThreads,
    private readonly fresh: FreshMessages,
  ) {}

  @ResolveField(() => ThreadType, {
    nullable: true,
    description: "The thread that it stands in; null in the room's own timeline.",
  })
  thread(@Parent() { threadId }: MessageType, @Context() scope: object): Promise<ThreadType> | null {
    return threadId === null ? null : this.threads.get(scope, threadId);
  }

  @ResolveField(() => ThreadType, {
    nullable: true,
    description: 'The thread that hangs on it; null while there is none. No message of a thread has one.',
  })
  startedThread(@Parent() { id, threadId }: MessageType, @Context() scope: object): Promise<ThreadType | null> | null {
    if (threadId !== null) return null;
    noteShown(scope, shown.thread(id));
    return this.fresh.get(id) ? null : this.threads.startedBy(scope, id);
  }
}

@Resolver(() => ThreadMessageEventType)
export class ThreadMessageEventResolver {
  constructor(
    private readonly messages: NamedMessages,
    private readonly threads: ShownThreads,
  ) {}

  @ResolveField(() => MessageType, {
    description: 'The message as it is now. Its `number` is its place in the thread.',
  })
  message(@Parent() { subjectId }: ThreadMessageEventType, @Context() scope: object): Promise<MessageType> {
    return this.messages.get(scope, subjectId);
  }

  @ResolveField(() => ThreadType, { description: 'The thread that it stands in, as it is now.' })
  thread(@Parent() { particulars }: ThreadMessageEventType, @Context() scope: object): Promise<ThreadType> {
    return this.threads.get(scope, particulars.threadId);
  }
}
