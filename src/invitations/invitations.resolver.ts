import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { EnterAsGuestPayload, RegisterPayload, Visitors } from '../auth/index.js';
import { type Actor, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, AtMost, Cursor, Limited, ViewerDependent } from '../graphql/index.js';
import { RoomType } from '../rooms/index.js';
import { UsersService, UserType } from '../users/index.js';
import { InvitationConnection, InvitationType } from './invitation.type.js';
import { AcceptInvitationInput, CreateInvitationInput, RevokeInvitationInput } from './invitations.inputs.js';
import { AcceptInvitationPayload, CreateInvitationPayload, RevokeInvitationPayload } from './invitations.payloads.js';
import { InvitationsService, MAX_INVITATIONS } from './invitations.service.js';
import { ShownInvitations } from './shown-invitations.js';

@Resolver(() => InvitationType)
export class InvitationsResolver {
  constructor(
    private readonly service: InvitationsService,
    private readonly shown: ShownInvitations,
    private readonly users: UsersService,
  ) {}

  @Query(() => InvitationType, {
    nullable: true,
    description:
      'What an invitation leads to; also for visitors. Null for one that is spent, revoked or past its time.',
  })
  @Visitors()
  invitation(
    @Viewer() viewer: Actor | null,
    @Args('code', { description: 'The `code` of an invitation; a text that none has is no error.' }) code: string,
  ): Promise<InvitationType | null> {
    return this.shown.withCode(viewer, code);
  }

  @Query(() => [InvitationType], {
    description: `The invitations to the server that lead to no room and still count, the newest first, up to ${String(MAX_INVITATIONS)}. For administrators; FORBIDDEN to everybody else.`,
  })
  @AtMost(MAX_INVITATIONS)
  serverInvitations(@Viewer() viewer: Actor): Promise<InvitationType[]> {
    return this.shown.toServer(viewer);
  }

  @Query(() => InvitationConnection, {
    description: `The invitations into rooms that still count, of everybody, the newest first: where they lead and who gave them. Without \`code\` and \`path\`, which
are for whoever may invite there. For administrators; FORBIDDEN to everybody else.`,
  })
  invitationsToRooms(
    @Viewer() viewer: Actor,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<InvitationConnection> {
    return this.shown.toRooms(viewer, { first, after });
  }

  @Mutation(() => CreateInvitationPayload, {
    description: `Makes a link by which others come into a room, also a private one: for whoever may add somebody, never a guest. Without a room it leads to the server;
that, and \`allowsRegistration\`, are for administrators alone. A room has up to ${String(MAX_INVITATIONS)} at a time: CONFLICT beyond that.`,
  })
  @Limited({ per: 'account', points: 60, seconds: 600 })
  async createInvitation(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Where it leads, until when, and for how many.' }) input: CreateInvitationInput,
  ): Promise<CreateInvitationPayload> {
    return { invitation: await this.service.createInvitation(viewer, input) };
  }

  @Mutation(() => RevokeInvitationPayload, {
    description: `Ends an invitation at once. For whoever gave it, for the owner and moderators of its room, and for administrators. Whoever came by it stays.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async revokeInvitation(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The invitation to end.' }) { invitationId }: RevokeInvitationInput,
  ): Promise<RevokeInvitationPayload> {
    return { room: await this.service.revokeInvitation(viewer, invitationId) };
  }

  @Mutation(() => AcceptInvitationPayload, {
    description: `Follows an invitation into its room. Whoever is in it already takes none of its uses, so it may be sent again. Guests come into public rooms only: FORBIDDEN
otherwise. Whoever has no account follows it with \`register\` or \`enterAsGuest\`.`,
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async acceptInvitation(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The invitation to follow.' }) { code }: AcceptInvitationInput,
  ): Promise<AcceptInvitationPayload> {
    return { room: await this.service.acceptInvitation(viewer, code) };
  }

  @ResolveField(() => UserType, { description: 'Who gave it.' })
  async createdBy(@Parent() { createdById }: InvitationType, @Context() scope: object): Promise<UserType> {
    return UserType.of(await this.users.get(scope, createdById));
  }
}

@Resolver(() => RoomType)
export class RoomInvitationsResolver {
  constructor(private readonly shown: ShownInvitations) {}

  @ResolveField('invitations', () => [InvitationType], {
    nullable: true,
    description: `The invitations into it that still count, the newest first, up to ${String(MAX_INVITATIONS)}; for whoever may invite, null for others.`,
  })
  @ViewerDependent()
  @AtMost(MAX_INVITATIONS)
  invitationsInto(
    @Parent() room: RoomType,
    @Context() scope: object,
    @Viewer() viewer: Actor | null,
  ): Promise<InvitationType[] | null> {
    return this.shown.toRoom(scope, viewer, room);
  }
}

const ROOM_OF_NEWCOMER =
  'The room that the invitation led to, which they are in now; null where there was none, or the answer is given again.';

@Resolver(() => RegisterPayload)
export class RegisteredRoomResolver {
  constructor(private readonly shown: ShownInvitations) {}

  @ResolveField(() => RoomType, { nullable: true, description: ROOM_OF_NEWCOMER })
  room(@Parent() { invitedToRoomId }: RegisterPayload, @Context() scope: object): Promise<RoomType | null> {
    return this.shown.enteredRoom(scope, invitedToRoomId);
  }
}

@Resolver(() => EnterAsGuestPayload)
export class EnteredRoomResolver {
  constructor(private readonly shown: ShownInvitations) {}

  @ResolveField(() => RoomType, { nullable: true, description: ROOM_OF_NEWCOMER })
  room(@Parent() { invitedToRoomId }: EnterAsGuestPayload, @Context() scope: object): Promise<RoomType | null> {
    return this.shown.enteredRoom(scope, invitedToRoomId);
  }
}
