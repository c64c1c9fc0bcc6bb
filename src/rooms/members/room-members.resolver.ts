import { Args, Context, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, GraphQLContext, Viewer } from '../../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited, ViewerDependent } from '../../graphql/index.js';
import { UsersService, UserType } from '../../users/index.js';
import { MemberLists } from './member-lists.js';
import { MembersService } from './members.service.js';
import { RoomAccess } from '../room-access.js';
import { RoomMemberConnection, RoomMemberType } from './room-member.type.js';
import { RoomType } from '../room.type.js';
import { AddMemberInput, RemoveMemberInput, SetMemberRoleInput } from '../rooms.inputs.js';
import { AddMemberPayload, RemoveMemberPayload, SetMemberRolePayload } from '../rooms.payloads.js';

@Resolver(() => RoomType)
export class RoomMembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly lists: MemberLists,
    private readonly access: RoomAccess,
  ) {}

  @Mutation(() => AddMemberPayload, {
    description:
      'Adds somebody to a room: any member to a public one, its owner and moderators to a private one. Twice is no error.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('MEMBERS_WRITE')
  addMember(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whom to add to which room. FORBIDDEN where the viewer may not.' })
    input: AddMemberInput,
  ): Promise<AddMemberPayload> {
    return this.members.addMember(viewer, input);
  }

  @Mutation(() => RemoveMemberPayload, {
    description:
      'Removes somebody from a room: for its owner and moderators, and never the owner. Their subscriptions end as with leaveRoom.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('MEMBERS_WRITE')
  async removeMember(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whom to remove from which room. FORBIDDEN where the viewer does not moderate it.' })
    input: RemoveMemberInput,
  ): Promise<RemoveMemberPayload> {
    return { room: await this.members.removeMember(viewer, input) };
  }

  @Mutation(() => SetMemberRolePayload, {
    description:
      'Makes a member a moderator, or a moderator a member, or transfers the room to a new owner. Only its owner can.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  setMemberRole(
    @Viewer() viewer: Actor,
    @Args('input', {
      description:
        'Who is to have which role where. FORBIDDEN for all but the owner, and for an owner who would leave the room without one.',
    })
    input: SetMemberRoleInput,
  ): Promise<SetMemberRolePayload> {
    return this.members.setMemberRole(viewer, input);
  }

  @ResolveField('members', () => RoomMemberConnection, {
    nullable: true,
    description: 'Who is in it, those who have been there longest first; for members alone.',
  })
  @ViewerDependent()
  async pageOfMembers(
    @Parent() room: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<RoomMemberConnection | null> {
    return (await this.access.mayRead(context, viewer, room.id))
      ? this.lists.pageOf(context, room, { first: first ?? 50, after })
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
