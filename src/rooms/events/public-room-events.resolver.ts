import { Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PublicRoomAdded, PublicRoomChanged, PublicRoomRemoved } from './public-rooms.events.js';
import { RoomAccess } from '../room-access.js';
import { RoomType } from '../room.type.js';

@Resolver(() => PublicRoomAdded)
export class PublicRoomAddedResolver {
  constructor(private readonly access: RoomAccess) {}

  @ResolveField(() => ID, { description: 'The room.' })
  roomId(@Parent() { subjectId }: PublicRoomAdded): string {
    return subjectId;
  }

  @ResolveField(() => RoomType, {
    nullable: true,
    description: 'The room as it is now; null where it is not public any more, or there is none.',
  })
  room(@Parent() { subjectId }: PublicRoomAdded, @Context() scope: object): Promise<RoomType | null> {
    return publicRoom(this.access, subjectId, scope);
  }
}

@Resolver(() => PublicRoomChanged)
export class PublicRoomChangedResolver {
  constructor(private readonly access: RoomAccess) {}

  @ResolveField(() => ID, { description: 'The room.' })
  roomId(@Parent() { subjectId }: PublicRoomChanged): string {
    return subjectId;
  }

  @ResolveField(() => RoomType, {
    nullable: true,
    description: 'The room as it is now; null where it is not public any more, or there is none.',
  })
  room(@Parent() { subjectId }: PublicRoomChanged, @Context() scope: object): Promise<RoomType | null> {
    return publicRoom(this.access, subjectId, scope);
  }
}

@Resolver(() => PublicRoomRemoved)
export class PublicRoomRemovedResolver {
  @ResolveField(() => ID, { description: 'The room.' })
  roomId(@Parent() { subjectId }: PublicRoomRemoved): string {
    return subjectId;
  }
}

/** Everybody gets these events, and may read them again once the room is private or deleted: then nothing of it is shown. */
async function publicRoom(access: RoomAccess, roomId: string, scope: object): Promise<RoomType | null> {
  const room = await access.roomOrNull(scope, roomId);
  return room?.visibility === 'PUBLIC' ? RoomType.of(room) : null;
}
