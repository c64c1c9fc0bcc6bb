import { Field, ObjectType } from '@nestjs/graphql';
import { RoomMemberType } from './members/room-member.type.js';
import { RoomType } from './room.type.js';

@ObjectType({ description: 'The new room.' })
export class CreateRoomPayload {
  @Field(() => RoomType, { description: 'With the viewer as its owner and only member.' })
  room!: RoomType;
}

@ObjectType({ description: 'The room that was changed.' })
export class UpdateRoomPayload {
  @Field(() => RoomType, { description: 'As it is now.' })
  room!: RoomType;
}

@ObjectType({ description: 'The room that was archived.' })
export class ArchiveRoomPayload {
  @Field(() => RoomType, { description: 'With `archivedAt`; where it was archived before, that time.' })
  room!: RoomType;
}

@ObjectType({ description: 'The room that was taken out of the archive.' })
export class UnarchiveRoomPayload {
  @Field(() => RoomType, { description: 'Without `archivedAt`.' })
  room!: RoomType;
}

@ObjectType({ description: 'The answer to `deleteRoom`.' })
export class DeleteRoomPayload {
  @Field({ description: 'Always true: what goes wrong is an error of the answer.' })
  ok!: boolean;
}

@ObjectType({ description: 'The room that was joined.' })
export class JoinRoomPayload {
  @Field(() => RoomType, { description: 'As it is now, with the viewer among its members.' })
  room!: RoomType;
}

@ObjectType({ description: 'The room that was left.' })
export class LeaveRoomPayload {
  @Field(() => RoomType, { nullable: true, description: '`room` is null where the viewer may not see it any more.' })
  room!: RoomType | null;
}

@ObjectType({ description: 'Who is in the room now.' })
export class AddMemberPayload {
  @Field(() => RoomType, { description: 'As it is now, with the newcomer counted.' })
  room!: RoomType;

  @Field(() => RoomMemberType, {
    description: 'The newcomer; where they were in the room before, their membership as it was.',
  })
  member!: RoomMemberType;
}

@ObjectType({ description: 'The room that somebody was removed from.' })
export class RemoveMemberPayload {
  @Field(() => RoomType, { description: 'As it is now, without them.' })
  room!: RoomType;
}

@ObjectType({ description: 'The member in the new role.' })
export class SetMemberRolePayload {
  @Field(() => RoomType, { description: 'Where the role is held; its number of members is what it was.' })
  room!: RoomType;

  @Field(() => RoomMemberType, { description: 'Whoever was given the role, as they are now.' })
  member!: RoomMemberType;
}
