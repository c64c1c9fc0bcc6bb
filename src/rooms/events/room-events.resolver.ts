import { Context, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { UsersService, UserType } from '../../users/index.js';
import { RoomAccess } from '../room-access.js';
import { RoomMemberType, RoomRole } from '../members/room-member.type.js';
import { RoomPosting, RoomType, RoomVisibility } from '../room.type.js';
import {
  MemberEventType,
  MemberJoined,
  MemberRoleChanged,
  RoomChange,
  RoomChanged,
  RoomDeleted,
  RoomEventType,
} from './rooms.events.js';

@Resolver(() => RoomEventType)
export class RoomEventResolver {
  constructor(private readonly access: RoomAccess) {}

  @ResolveField(() => RoomType, { description: 'Where it happened.' })
  async room(@Parent() { roomId }: RoomEventType, @Context() scope: object): Promise<RoomType> {
    return RoomType.of(await this.access.room(scope, roomId));
  }
}

@Resolver(() => MemberEventType)
export class MemberEventResolver {
  constructor(private readonly users: UsersService) {}

  @ResolveField(() => UserType, { description: 'Whom it happened to.' })
  async user(@Parent() { subjectId }: MemberEventType, @Context() scope: object): Promise<UserType> {
    return UserType.of(await this.users.get(scope, subjectId));
  }
}

@Resolver(() => MemberJoined)
export class MemberJoinedResolver {
  constructor(private readonly access: RoomAccess) {}

  @ResolveField(() => RoomMemberType, { nullable: true, description: '`member` is null where they have left since.' })
  member(@Parent() event: MemberJoined, @Context() scope: object): Promise<RoomMemberType | null> {
    return memberOf(this.access, event, scope);
  }
}

@Resolver(() => MemberRoleChanged)
export class MemberRoleChangedResolver {
  constructor(private readonly access: RoomAccess) {}

  @ResolveField(() => RoomMemberType, {
    nullable: true,
    description: 'As they are now; null where they have left since.',
  })
  member(@Parent() event: MemberRoleChanged, @Context() scope: object): Promise<RoomMemberType | null> {
    return memberOf(this.access, event, scope);
  }

  @ResolveField(() => RoomRole, {
    nullable: true,
    description: 'The role that they were given; null on events of before this was kept.',
  })
  role(@Parent() { particulars }: MemberRoleChanged): RoomRole | null {
    return particulars && RoomRole[particulars.role];
  }
}

@Resolver(() => RoomChanged)
export class RoomChangedResolver {
  @ResolveField(() => [RoomChange], { description: 'What changed, each once.' })
  changes(@Parent() { particulars }: RoomChanged): RoomChange[] {
    return particulars.changes.map((change) => RoomChange[change]);
  }

  @ResolveField(() => RoomVisibility, {
    nullable: true,
    description: 'What the room was made by this event: public or private; null where that did not change.',
  })
  visibility(@Parent() { particulars }: RoomChanged): RoomVisibility | null {
    return particulars.visibility && RoomVisibility[particulars.visibility];
  }

  @ResolveField(() => RoomPosting, {
    nullable: true,
    description: 'Who may post there from this event on; null where that did not change.',
  })
  posting(@Parent() { particulars }: RoomChanged): RoomPosting | null {
    return particulars.posting ? RoomPosting[particulars.posting] : null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'How long members wait between two messages from this event on, in seconds; null where that did not change.',
  })
  slowModeSeconds(@Parent() { particulars }: RoomChanged): number | null {
    return particulars.slowModeSeconds ?? null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Where `changes` has RETENTION: after how many days messages are deleted from this event on, null for as long as the server keeps them. Null as well where that did not change.',
  })
  keepMessagesDays(@Parent() { particulars }: RoomChanged): number | null {
    return particulars.keepMessagesDays ?? null;
  }
}

@Resolver(() => RoomDeleted)
export class RoomDeletedResolver {
  @ResolveField(() => ID, { description: 'The room that there is no more.' })
  roomId(@Parent() { subjectId }: RoomDeleted): string {
    return subjectId;
  }
}

async function memberOf(
  access: RoomAccess,
  { roomId, subjectId }: RoomEventType,
  scope: object,
): Promise<RoomMemberType | null> {
  const membership = await access.membership(scope, roomId, subjectId);
  return membership && RoomMemberType.of(membership);
}
