import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, GraphQLContext, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited, LooksThrough, ViewerDependent } from '../graphql/index.js';
import { BEGINNING, Cursors, EventLog, placeOf } from '../log/index.js';
import { RoomAccess } from './room-access.js';
import { RoomMemberType } from './members/room-member.type.js';
import { RoomChangesService } from './room-changes.service.js';
import { RoomLists } from './room-lists.js';
import { RoomConnection, RoomType } from './room.type.js';
import { CreateRoomInput, JoinRoomInput, LeaveRoomInput, UpdateRoomInput } from './rooms.inputs.js';
import { CreateRoomPayload, JoinRoomPayload, LeaveRoomPayload, UpdateRoomPayload } from './rooms.payloads.js';
import { RoomsService } from './rooms.service.js';

@Resolver(() => RoomType)
export class RoomsResolver {
  constructor(
    private readonly rooms: RoomsService,
    private readonly roomChanges: RoomChangesService,
    private readonly lists: RoomLists,
    private readonly access: RoomAccess,
    private readonly log: EventLog,
    private readonly cursors: Cursors,
  ) {}

  @Query(() => RoomType, {
    nullable: true,
    description:
      'A room that the viewer may see: a public one, or one they are a member of. Null otherwise, whether it exists or not.',
  })
  @Bots()
  room(
    @Viewer() viewer: Actor,
    @Args('id', { type: () => ID, description: 'The `id` of a room; a text that no room has is no error.' }) id: string,
  ): Promise<RoomType | null> {
    return this.rooms.find(viewer, id);
  }

  @Query(() => RoomType, {
    nullable: true,
    description:
      'The public room of exactly this name, folded as for uniqueness; null where there is none. A room that everyone has left has no name to be found by.',
  })
  roomByName(
    @Args('name', {
      description:
        'Up to 250 characters; upper and lower case, spaces around it and compatibility forms (NFKC) do not matter.',
    })
    name: string,
  ): Promise<RoomType | null> {
    return this.rooms.findByName(name);
  }

  @Query(() => RoomConnection, {
    name: 'rooms',
    description: `The rooms that the viewer may see, by name: their own, and the public ones that somebody is in and that are not archived; none that are DIRECT. Each word of \`query\` matches anywhere in the name or
topic, also within a word. Case, accents and width do not matter, nor whether it is hiragana or katakana.`,
  })
  @LooksThrough()
  visibleRooms(
    @Viewer() viewer: Actor,
    @Args('query', { type: () => String, nullable: true, description: 'Up to 100 characters.' })
    query: string | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<RoomConnection> {
    return this.lists.visibleRooms(viewer, query, { first: first ?? 50, after });
  }

  @Mutation(() => CreateRoomPayload, {
    description:
      'Creates a room; the viewer becomes its owner and first member. A name that a public room has, with somebody in it, is CONFLICT: look it up and join. Guests cannot create private rooms: FORBIDDEN.',
  })
  @Limited({ per: 'account', points: 30, seconds: 600, what: 'Too many new rooms in a short time' })
  async createRoom(
    @Viewer() viewer: Actor,
    @Args('input', {
      description:
        'The name and topic to begin with, and who may see it. A value out of its bounds is BAD_USER_INPUT and named in `extensions.field`.',
    })
    input: CreateRoomInput,
  ): Promise<CreateRoomPayload> {
    return { room: await this.rooms.createRoom(viewer, input) };
  }

  @Mutation(() => UpdateRoomPayload, {
    description: `Changes the name and topic of a room, who may post there, and how often: its owner and moderators; and who may see it: its owner alone. Made private, guests go.
An update that changes nothing is no error and makes no event.`,
  })
  @Limited({ per: 'account', points: 60, seconds: 600, what: 'Too many changes of rooms in a short time' })
  @Bots('ROOMS_WRITE')
  async updateRoom(
    @Viewer() viewer: Actor,
    @Args('input', {
      description:
        'The room, and what of it is to be different. A value out of its bounds is BAD_USER_INPUT and named in `extensions.field`; where one thing is refused, nothing changes.',
    })
    input: UpdateRoomInput,
  ): Promise<UpdateRoomPayload> {
    return { room: await this.roomChanges.updateRoom(viewer, input) };
  }

  @Mutation(() => JoinRoomPayload, {
    description: `Joins a public room. Joining a room twice is no error and makes no second event. A room that everyone has left can be joined by its id, and whoever
joins it first owns it; where another room has taken its name since, it is CONFLICT. FORBIDDEN for an archived room, and for one who is banned from it.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async joinRoom(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The room to become a member of.' }) { roomId }: JoinRoomInput,
  ): Promise<JoinRoomPayload> {
    return { room: await this.rooms.joinRoom(viewer, roomId) };
  }

  @Mutation(() => LeaveRoomPayload, {
    description: `Leaves a room. A room that the viewer is not in, or cannot see, is no error. Each of the viewer's subscriptions to it delivers their MemberLeft, then
completes. An owner's role passes to the moderator, else the member, who has been there longest. FORBIDDEN where it is DIRECT.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('ROOMS_WRITE')
  async leaveRoom(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The room to leave.' }) { roomId }: LeaveRoomInput,
  ): Promise<LeaveRoomPayload> {
    return { room: await this.rooms.leaveRoom(viewer, roomId) };
  }

  @ResolveField(() => Cursor, {
    nullable: true,
    description: 'As Viewer.eventCursor, for `roomEvents(after:)` of this room.',
  })
  @ViewerDependent()
  async eventCursor(
    @Parent() { id: roomId }: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
  ): Promise<string | null> {
    if (!(await this.access.mayRead(context, viewer, roomId))) return null;
    const event = await this.log.newestOfRoom(context, roomId, context.startedAt.position);
    return this.cursors.ofFeed({ roomId }, event ? placeOf(event) : BEGINNING);
  }

  @ResolveField(() => RoomMemberType, { nullable: true, description: "The viewer's own membership." })
  @ViewerDependent()
  async viewerMembership(
    @Parent() { id }: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
  ): Promise<RoomMemberType | null> {
    const membership = await this.access.ownStay(context, viewer, id);
    return membership && RoomMemberType.of(membership);
  }
}
