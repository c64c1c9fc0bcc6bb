import { Field, ObjectType } from '@nestjs/graphql';
import { RoomMemberType } from './room-member.type.js';
import { RoomType } from './room.type.js';

@ObjectType({ description: 'The new room.' })
export class CreateRoomPayload {
  @Field(() => RoomType)
  room!: RoomType;
}

@ObjectType({ description: 'The room that was joined.' })
export class JoinRoomPayload {
  @Field(() => RoomType)
  room!: RoomType;
}

@ObjectType({ description: 'The room that was left.' })
export class LeaveRoomPayload {
  @Field(() => RoomType, { nullable: true, description: '`room` is null where the viewer may not see it any more.' })
  room!: RoomType | null;
}

@ObjectType({ description: 'Who is in the room now.' })
export class AddMemberPayload {
  @Field(() => RoomType)
  room!: RoomType;

  @Field(() => RoomMemberType)
  member!: RoomMemberType;
}

@ObjectType({ description: 'The room that somebody was put out of.' })
export class RemoveMemberPayload {
  @Field(() => RoomType)
  room!: RoomType;
}

@ObjectType({ description: 'The member in the new role.' })
export class SetMemberRolePayload {
  @Field(() => RoomType)
  room!: RoomType;

  @Field(() => RoomMemberType)
  member!: RoomMemberType;
}
