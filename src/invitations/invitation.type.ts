import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../graphql/index.js';
import { RoomType } from '../rooms/index.js';
import { admitsAccounts, refusalToFollow, type StandingInvitation } from './invitations.policy.js';

/** What of it is for whoever asks. */
interface Sight {
  readonly mayInvite: boolean;
  readonly room: RoomType | null;
  /** Whether the server lets guests in. */
  readonly guests: boolean;
}

@ObjectType('Invitation', {
  description: `A way into a room, or, without one, to an account (an administrator's). Whoever follows it signs in, registers with it, or, where the room is public, comes as
a guest. It ends with its time, its uses, when it is revoked, and when whoever gave it could not add anybody themselves any more, or is kept out.`,
})
export class InvitationType {
  @Field(() => ID, { description: 'For `revokeInvitation`.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The secret; null but for whoever may invite, and for the one who gave it.',
  })
  code!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A path of the web client that shows the invitation, to be put behind the address of the server; null where `code` is.',
  })
  path!: string | null;

  @Field(() => RoomType, {
    nullable: true,
    description: 'The room that it leads to; null for those who may not see it yet, and where it leads to none.',
  })
  room!: RoomType | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the room is called, also for those who may not see it yet; null where it leads to none.',
  })
  roomName!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; null where it does not end by itself.' })
  expiresAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many more people can follow it; null for any number.' })
  usesLeft!: number | null;

  @Field({ description: 'Whether somebody without an account can make one by it, also where registration is off.' })
  allowsRegistration!: boolean;

  @Field({ description: 'Whether somebody can come by it with only a nickname.' })
  allowsGuests!: boolean;

  createdById!: string;

  static of(invitation: StandingInvitation, { mayInvite, room, guests }: Sight): InvitationType {
    const { id, roomName, expiresAt, usesLeft, createdById } = invitation;
    const code = mayInvite ? invitation.code : null;
    const path = code && `/invite/${code}`;
    const allowsRegistration = admitsAccounts(invitation);
    const allowsGuests = guests && refusalToFollow(invitation, { isGuest: true }) === null;
    return { id, code, path, room, roomName, expiresAt, usesLeft, allowsRegistration, allowsGuests, createdById };
  }
}

@ObjectType({ description: 'An invitation in its list.' })
export class InvitationEdge {
  @Field(() => InvitationType, { description: 'The invitation.' })
  node!: InvitationType;

  @Field(() => Cursor, { description: 'Its place in the list, for `after`.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of invitations, the newest first.' })
export class InvitationConnection {
  @Field(() => [InvitationEdge], { description: 'The invitations with their places.' })
  edges!: InvitationEdge[];

  @Field(() => [InvitationType], { description: 'The invitations alone.' })
  nodes!: InvitationType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;
}
