import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../caller/index.js';
import { AtMost, Limited } from '../graphql/index.js';
import { RoomType } from '../rooms/index.js';
import { MAX_DIRECT_USERS } from '../rules/index.js';
import { UserType } from '../users/index.js';
import { DirectPeople } from './direct-people.js';
import { CloseDirectRoomInput, OpenDirectRoomInput } from './direct-rooms.inputs.js';
import { CloseDirectRoomPayload, OpenDirectRoomPayload } from './direct-rooms.payloads.js';
import { DirectRoomsService } from './direct-rooms.service.js';

@Resolver(() => RoomType)
export class DirectRoomsResolver {
  constructor(
    private readonly service: DirectRoomsService,
    private readonly people: DirectPeople,
  ) {}

  @Mutation(() => OpenDirectRoomPayload, {
    description: `The room of exactly these people and the viewer (nobody: the viewer's own notes); made where there is none. The others become members in the transaction of its first
message. Where the viewer had closed it, it is in their list again. FORBIDDEN for guests, who only answer, and, without a reason, where one of them blocks the viewer. As often as one likes, it is the same room.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 600, what: 'Too many conversations opened in a short time' })
  async openDirectRoom(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'With whom.' }) { userIds }: OpenDirectRoomInput,
  ): Promise<OpenDirectRoomPayload> {
    return { room: await this.service.openDirectRoom(viewer, userIds) };
  }

  @Mutation(() => CloseDirectRoomPayload, {
    description: `Takes a direct room out of the viewer's list, for the viewer alone, until something new is said there. Nothing is deleted, and they stay in it. Twice is no error.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async closeDirectRoom(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The room to close.' }) { roomId }: CloseDirectRoomInput,
  ): Promise<CloseDirectRoomPayload> {
    return { room: await this.service.closeDirectRoom(viewer, roomId) };
  }

  @ResolveField('directUsers', () => [UserType], {
    nullable: true,
    description:
      'Of DIRECT, from its opening on: everybody it is for, the viewer among them, also those who are not in it yet. Null otherwise.',
  })
  @AtMost(MAX_DIRECT_USERS)
  peopleOf(@Parent() room: RoomType, @Context() scope: object): Promise<UserType[] | null> {
    return this.people.of(scope, room);
  }
}
