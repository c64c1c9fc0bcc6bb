import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, GraphQLContext, Viewer } from '../caller/index.js';
import { DateTime, Limited, ViewerDependent } from '../graphql/index.js';
import { RoomChangesService } from './room-changes.service.js';
import { RoomFloor } from './room-floor.js';
import { RoomType } from './room.type.js';
import { ArchiveRoomInput, UnarchiveRoomInput } from './rooms.inputs.js';
import { ArchiveRoomPayload, UnarchiveRoomPayload } from './rooms.payloads.js';

/** Whether, and when, something can be said in a room. */
@Resolver(() => RoomType)
export class RoomArchiveResolver {
  constructor(
    private readonly roomChanges: RoomChangesService,
    private readonly floor: RoomFloor,
  ) {}

  @Mutation(() => ArchiveRoomPayload, {
    description: `Archives a room, for its owner alone: from then on it can only be read. It can still be marked, saved, muted, left and moderated. Those who are not in it
do not find it any more, and nobody comes in. Twice is no error and makes no event.`,
  })
  @Limited({ per: 'account', points: 60, seconds: 600, what: 'Too many changes of rooms in a short time' })
  async archiveRoom(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The room to archive. FORBIDDEN for all but its owner.' })
    { roomId }: ArchiveRoomInput,
  ): Promise<ArchiveRoomPayload> {
    return { room: await this.roomChanges.archiveRoom(viewer, roomId) };
  }

  @Mutation(() => UnarchiveRoomPayload, {
    description:
      'Takes a room out of the archive, for its owner alone: it is again what it was. One that is not archived is no error and makes no event.',
  })
  @Limited({ per: 'account', points: 60, seconds: 600, what: 'Too many changes of rooms in a short time' })
  async unarchiveRoom(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The room to take out of the archive. FORBIDDEN for all but its owner.' })
    { roomId }: UnarchiveRoomInput,
  ): Promise<UnarchiveRoomPayload> {
    return { room: await this.roomChanges.unarchiveRoom(viewer, roomId) };
  }

  @ResolveField(() => DateTime, {
    nullable: true,
    description:
      'When the viewer may send the next message; null where slow mode does not hold them up now. It moves with each message that they send there, by `slowModeSeconds`.',
  })
  @ViewerDependent()
  async slowModeUntil(
    @Parent() room: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
  ): Promise<Date | null> {
    return viewer && (await this.floor.nextTurnOf(context, viewer, room));
  }
}
