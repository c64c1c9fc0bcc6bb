import { Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PublicRoomAdded, PublicRoomRemoved } from './public-rooms.events.js';
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
    description: 'The room as it is now; null where it is not public any more.',
  })
  async room(@Parent() { subjectId }: PublicRoomAdded, @Context() scope: object): Promise<RoomType | null> {
    const room = await this.access.room(scope, subjectId);
    return room.visibility === 'PUBLIC' ? RoomType.of(room) : null;
  }
}

@Resolver(() => PublicRoomRemoved)
export class PublicRoomRemovedResolver {
  @ResolveField(() => ID, { description: 'The room.' })
  roomId(@Parent() { subjectId }: PublicRoomRemoved): string {
    return subjectId;
  }
}
