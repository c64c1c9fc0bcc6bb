import { Args, Int, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../../caller/index.js';
import { AtMost, LooksThrough } from '../../graphql/index.js';
import { MAX_LARGEST_ROOMS, ServerRoomLists } from '../rooms/server-room-lists.js';
import { ServerRoomType } from '../rooms/server-room.type.js';
import { ServerStorageService } from './server-storage.service.js';
import { ServerStorageType, StoredFilesType } from './server-storage.type.js';

@Resolver(() => ServerStorageType)
export class ServerStorageResolver {
  constructor(
    private readonly service: ServerStorageService,
    private readonly rooms: ServerRoomLists,
  ) {}

  @Query(() => ServerStorageType, {
    description:
      'How much of the disk the server takes, and what is left. For administrators; FORBIDDEN to everybody else.',
  })
  serverStorage(@Viewer() viewer: Actor): Promise<ServerStorageType> {
    return this.service.serverStorage(viewer);
  }

  @ResolveField(() => [ServerRoomType], {
    description: `The rooms whose files take the most, the largest first, up to ${String(MAX_LARGEST_ROOMS)}.`,
  })
  @AtMost(MAX_LARGEST_ROOMS)
  @LooksThrough()
  largestRooms(): Promise<ServerRoomType[]> {
    return this.rooms.largest();
  }

  @ResolveField(() => StoredFilesType, {
    description: 'The files that were uploaded longer ago: what a limit on the age of messages would remove of them.',
  })
  @LooksThrough()
  filesOlderThan(
    @Args('days', { type: () => Int, description: '1 to 36,500; BAD_USER_INPUT otherwise.' }) days: number,
  ): Promise<StoredFilesType> {
    return this.service.filesOlderThan(days);
  }
}
