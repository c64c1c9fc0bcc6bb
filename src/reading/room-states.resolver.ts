import { Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, GraphQLContext, Viewer } from '../caller/index.js';
import { ViewerDependent } from '../graphql/index.js';
import { RoomAccess, RoomType } from '../rooms/index.js';
import { ThreadStateChanged } from '../threads/index.js';
import { RoomStateChanged } from './reading.events.js';
import { RoomViewerStateType } from './room-viewer-state.type.js';
import { ViewerStates } from './viewer-states.js';

@Resolver(() => RoomType)
export class RoomViewerStateResolver {
  constructor(private readonly states: ViewerStates) {}

  @ResolveField(() => RoomViewerStateType, {
    nullable: true,
    description: 'What the room is to the viewer; null for those who are not in it.',
  })
  @ViewerDependent()
  async viewerState(
    @Parent() { id }: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
  ): Promise<RoomViewerStateType | null> {
    return viewer && (await this.states.of(context, id, viewer.userId));
  }
}

@Resolver(() => RoomStateChanged)
export class RoomStateChangedResolver {
  constructor(
    private readonly states: ViewerStates,
    private readonly access: RoomAccess,
  ) {}

  @ResolveField(() => ID, { description: 'Of which room.' })
  roomId(@Parent() { subjectId }: RoomStateChanged): string {
    return subjectId;
  }

  @ResolveField(() => RoomType, {
    nullable: true,
    description: 'The room as it is now; null for one who has left since and may not see it, and where it was deleted.',
  })
  async room(@Parent() { subjectId, personId }: RoomStateChanged, @Context() scope: object): Promise<RoomType | null> {
    const room = await this.access.roomOrNull(scope, subjectId);
    const isIn = (await this.access.membership(scope, subjectId, personId)) !== null;
    return room && (isIn || room.visibility === 'PUBLIC') ? RoomType.of(room) : null;
  }

  @ResolveField(() => RoomViewerStateType, {
    nullable: true,
    description: 'As it is now, and not as it was by this event; null for one who has left since.',
  })
  state(
    @Parent() { subjectId, personId }: RoomStateChanged,
    @Context() scope: object,
  ): Promise<RoomViewerStateType | null> {
    return this.states.of(scope, subjectId, personId);
  }
}

@Resolver(() => ThreadStateChanged)
export class RoomOfThreadStateResolver {
  constructor(private readonly states: ViewerStates) {}

  @ResolveField(() => RoomViewerStateType, {
    nullable: true,
    description:
      'What the room is to the viewer now: how many of its threads have something unread, and how much of that names them. Null for one who has left since.',
  })
  roomState(
    @Parent() { personId, particulars }: ThreadStateChanged,
    @Context() scope: object,
  ): Promise<RoomViewerStateType | null> {
    return this.states.of(scope, particulars.roomId, personId);
  }
}
