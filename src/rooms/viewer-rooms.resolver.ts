import { Args, Int, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../auth/index.js';
import { type Actor, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, Cursor, LooksThrough } from '../graphql/index.js';
import { RoomLists } from './room-lists.js';
import { RoomConnection } from './room.type.js';

@Resolver(() => ViewerType)
export class ViewerRoomsResolver {
  constructor(private readonly lists: RoomLists) {}

  @ResolveField('rooms', () => RoomConnection, {
    description: 'The rooms that the viewer is a member of, those with the newest activity first.',
  })
  @LooksThrough()
  roomsOf(
    @Viewer() viewer: Actor,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<RoomConnection> {
    return this.lists.roomsOf(viewer, { first: first ?? 50, after });
  }
}
