import { Args, Context, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, GraphQLContext, Viewer } from '../../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited, ViewerDependent } from '../../graphql/index.js';
import { UsersService, UserType } from '../../users/index.js';
import { RoomAccess } from '../room-access.js';
import { RoomType } from '../room.type.js';
import { BanLists } from './ban-lists.js';
import { BanMemberInput, UnbanMemberInput } from './bans.inputs.js';
import { BanMemberPayload, UnbanMemberPayload } from './bans.payloads.js';
import { BansService } from './bans.service.js';
import { RoomBanConnection, RoomBanType } from './room-ban.type.js';

@Resolver(() => RoomType)
export class RoomBansResolver {
  constructor(
    private readonly service: BansService,
    private readonly lists: BanLists,
    private readonly access: RoomAccess,
  ) {}

  @Mutation(() => BanMemberPayload, {
    description: `Bans somebody from a room: its owner and moderators, never the owner; moderators only the owner. Where they are in it, it ends their membership with
MemberLeft. Whoever is banned can neither join nor be added, until the ban is lifted; for a week no guest comes in either from where they had signed in last. Twice is no error and changes nothing.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('MEMBERS_WRITE')
  async banMember(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whom to ban from which room, and why. FORBIDDEN where the viewer may not.' })
    input: BanMemberInput,
  ): Promise<BanMemberPayload> {
    return { room: await this.service.banMember(viewer, input) };
  }

  @Mutation(() => UnbanMemberPayload, {
    description: 'Lifts a ban: the owner and moderators of the room. They may join again, or be added.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  @Bots('MEMBERS_WRITE')
  async unbanMember(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whose ban, and of which room. FORBIDDEN where the viewer does not moderate it.' })
    input: UnbanMemberInput,
  ): Promise<UnbanMemberPayload> {
    return { room: await this.service.unbanMember(viewer, input) };
  }

  @ResolveField('bans', () => RoomBanConnection, {
    nullable: true,
    description: 'Who is banned from it, the newest ban first; for its owner and moderators, null for others.',
  })
  @ViewerDependent()
  async pageOfBans(
    @Parent() { id: roomId }: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<RoomBanConnection | null> {
    return (await this.access.moderates(context, viewer, roomId))
      ? this.lists.pageOf(roomId, { first: first ?? 50, after })
      : null;
  }
}

@Resolver(() => RoomBanType)
export class RoomBanPeopleResolver {
  constructor(private readonly users: UsersService) {}

  @ResolveField(() => UserType, { description: 'Who may not come in.' })
  async user(@Parent() { userId }: RoomBanType, @Context() scope: object): Promise<UserType> {
    return UserType.of(await this.users.get(scope, userId));
  }

  @ResolveField('by', () => UserType, {
    nullable: true,
    description: 'Who banned them; null where the server itself did.',
  })
  async bannedBy(@Parent() { byId }: RoomBanType, @Context() scope: object): Promise<UserType | null> {
    return byId === null ? null : UserType.of(await this.users.get(scope, byId));
  }
}
