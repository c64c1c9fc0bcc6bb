import { Args, Context, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../auth/index.js';
import { type Actor, GraphQLContext, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited, LooksThrough, ViewerDependent } from '../graphql/index.js';
import { FollowedThreads } from './followed-threads.js';
import { ShownThreads } from './shown-threads.js';
import { ThreadReadingService } from './thread-reading.service.js';
import { ThreadStates } from './thread-states.js';
import { ThreadViewerStateType } from './thread-viewer-state.type.js';
import { ThreadConnection, ThreadType } from './thread.type.js';
import { ThreadStateChanged } from './threads.events.js';
import { FollowThreadInput } from './threads.inputs.js';
import { FollowThreadPayload } from './threads.payloads.js';

@Resolver(() => ThreadType)
export class ThreadViewerStateResolver {
  constructor(private readonly states: ThreadStates) {}

  @ResolveField(() => ThreadViewerStateType, {
    nullable: true,
    description: 'What the thread is to the viewer; null for those who are not in its room.',
  })
  @ViewerDependent()
  async viewerState(
    @Parent() thread: ThreadType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
  ): Promise<ThreadViewerStateType | null> {
    return viewer && (await this.states.of(context, thread, viewer.userId));
  }
}

@Resolver(() => ViewerType)
export class FollowedThreadsResolver {
  constructor(
    private readonly reading: ThreadReadingService,
    private readonly threads: ShownThreads,
    private readonly followed: FollowedThreads,
  ) {}

  @Mutation(() => FollowThreadPayload, {
    description: `Says whether the viewer wants to hear of a thread, for all their devices. It holds as long as they are in the room, whatever is written there, until they
say otherwise; that they do not want to, until somebody else names them there. What changes nothing is no error and makes no event.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async followThread(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('input', { description: 'The thread, and whether to follow it.' }) { threadId, follows }: FollowThreadInput,
  ): Promise<FollowThreadPayload> {
    await this.reading.followThread(viewer, threadId, follows);
    return { thread: await this.threads.get(scope, threadId) };
  }

  @ResolveField('threads', () => ThreadConnection, {
    description:
      'The threads that the viewer follows in the rooms that they are in, where something was said last first. One in which something is said while one pages moves to the front.',
  })
  @LooksThrough()
  pageOfThreads(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
    @Args('onlyUnread', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Only those with something unread in them.',
    })
    onlyUnread: boolean | null | undefined,
  ): Promise<ThreadConnection> {
    return this.followed.pageOf(scope, viewer, { first: first ?? 25, after, onlyUnread: onlyUnread ?? false });
  }
}

@Resolver(() => ThreadStateChanged)
export class ThreadStateChangedResolver {
  constructor(
    private readonly threads: ShownThreads,
    private readonly states: ThreadStates,
  ) {}

  @ResolveField(() => ID, { description: 'Of which room.' })
  roomId(@Parent() { particulars }: ThreadStateChanged): string {
    return particulars.roomId;
  }

  @ResolveField(() => ID, { description: 'Of which thread.' })
  threadId(@Parent() { subjectId }: ThreadStateChanged): string {
    return subjectId;
  }

  @ResolveField('thread', () => ThreadType, {
    nullable: true,
    description: 'The thread as it is now; null for one who has left its room since.',
  })
  readable(
    @Parent() { subjectId, personId }: ThreadStateChanged,
    @Context() scope: object,
  ): Promise<ThreadType | null> {
    return this.threads.readableBy(scope, personId, subjectId);
  }

  @ResolveField(() => ThreadViewerStateType, {
    nullable: true,
    description: 'As it is now, and not as it was by this event; null for one who has left since.',
  })
  state(
    @Parent() { subjectId, personId, particulars }: ThreadStateChanged,
    @Context() scope: object,
  ): Promise<ThreadViewerStateType | null> {
    return this.states.of(scope, { id: subjectId, roomId: particulars.roomId }, personId);
  }
}
