import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, Viewer } from '../caller/index.js';
import { pageSize } from '../graphql/index.js';
import { RoomAccess, RoomType } from '../rooms/index.js';
import { UserType } from '../users/index.js';
import { ShownThreads } from './shown-threads.js';
import { ThreadType } from './thread.type.js';

@Resolver(() => ThreadType)
export class ThreadsResolver {
  constructor(
    private readonly threads: ShownThreads,
    private readonly access: RoomAccess,
  ) {}

  @Query(() => ThreadType, {
    nullable: true,
    description: 'A thread of a room that the viewer is in. Null otherwise, whether it exists or not.',
  })
  @Bots('MESSAGES_READ')
  async thread(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('id', { type: () => ID, description: 'The `id` of a thread; a text that no thread has is no error.' })
    id: string,
  ): Promise<ThreadType | null> {
    return this.threads.readableByViewer(scope, viewer, id);
  }

  @ResolveField(() => RoomType, { description: 'The room of the message that it hangs on.' })
  async room(@Parent() { roomId }: ThreadType, @Context() scope: object): Promise<RoomType> {
    return RoomType.of(await this.access.room(scope, roomId));
  }

  @ResolveField(() => [UserType], {
    description: 'Those who wrote in it last, the last one first. What was deleted since does not count.',
  })
  participants(
    @Parent() thread: ThreadType,
    @Context() scope: object,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 5, description: '1 to 100.' })
    first: number | null | undefined,
  ): Promise<UserType[]> {
    return this.threads.participants(scope, thread, pageSize('first', first ?? 5));
  }
}
