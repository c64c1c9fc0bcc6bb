import { Args, Context, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Cursor, GraphQLContext, Limited, Viewer } from '../common/index.js';
import { UsersService, UserType } from '../users/index.js';
import { MembersService } from './members.service.js';
import { RoomAccess } from './room-access.js';
import { RoomMemberConnection, RoomMemberType } from './room-member.type.js';
import { RoomType } from './room.type.js';
import { AddMemberInput, RemoveMemberInput, SetMemberRoleInput } from './rooms.inputs.js';
import { AddMemberPayload, RemoveMemberPayload, SetMemberRolePayload } from './rooms.payloads.js';

@Resolver(() => RoomType)
export class RoomMembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly access: RoomAccess,
  ) {}

  @Mutation(() => AddMemberPayload, {
    description:
      'Brings somebody into a room: any member into a public one, its owner and moderators into a private one. Twice is no error.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  addMember(@Viewer() viewer: Actor, @Args('input') input: AddMemberInput): Promise<AddMemberPayload> {
    return this.members.addMember(viewer, input);
  }

  @Mutation(() => RemoveMemberPayload, {
    description:
      'Puts somebody out of a room: its owner and moderators, never the owner. Their subscriptions end as with leaveRoom.',
  })
  async removeMember(@Viewer() viewer: Actor, @Args('input') input: RemoveMemberInput): Promise<RemoveMemberPayload> {
    return { room: await this.members.removeMember(viewer, input) };
  }

  @Mutation(() => SetMemberRolePayload, {
    description:
      'Makes a member a moderator, or a moderator a member, or hands the room on to a new owner: its owner alone.',
  })
  setMemberRole(@Viewer() viewer: Actor, @Args('input') input: SetMemberRoleInput): Promise<SetMemberRolePayload> {
    return this.members.setMemberRole(viewer, input);
  }

  @ResolveField('members', () => RoomMemberConnection, {
    nullable: true,
    description: 'Who is in it, those who have been there longest first; for members alone.',
  })
  async pageOfMembers(
    @Parent() room: RoomType,
    @Context() context: GraphQLContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true }) after: string | null | undefined,
  ): Promise<RoomMemberConnection | null> {
    return (await this.access.mayRead(context, context, room.id))
      ? this.members.pageOf(context, room, { first: first ?? 50, after })
      : null;
  }
}

@Resolver(() => RoomMemberType)
export class RoomMemberUserResolver {
  constructor(private readonly users: UsersService) {}

  @ResolveField(() => UserType, { description: 'Who it is.' })
  async user(@Parent() { userId }: RoomMemberType, @Context() scope: object): Promise<UserType> {
    return UserType.of(await this.users.get(scope, userId));
  }
}
