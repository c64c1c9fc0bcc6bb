import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../../caller/index.js';
import { AFTER_IN_LIST, Cursor, LooksThrough } from '../../graphql/index.js';
import { ServerRoomLists } from './server-room-lists.js';
import { ServerRoomConnection, ServerRoomType } from './server-room.type.js';

@Resolver(() => ServerRoomType)
export class ServerRoomsResolver {
  constructor(private readonly lists: ServerRoomLists) {}

  @Query(() => ServerRoomConnection, {
    description: `All rooms, private and archived ones too, by name, and behind them those that have none: how large each is, and nothing of what is said there. For administrators; FORBIDDEN to everybody else.`,
  })
  @LooksThrough()
  serverRooms(
    @Viewer() viewer: Actor,
    @Args('query', {
      type: () => String,
      nullable: true,
      description: 'Words that are all in the name, anywhere in it; up to 100 characters. Left out, all rooms.',
    })
    query: string | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<ServerRoomConnection> {
    return this.lists.serverRooms(viewer, { query, first, after });
  }
}
