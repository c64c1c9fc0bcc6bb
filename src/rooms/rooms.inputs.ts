import { Field, ID, InputType } from '@nestjs/graphql';
import { RoomRole } from './room-member.type.js';
import { RoomVisibility } from './room.type.js';

@InputType({ description: 'A new room.' })
export class CreateRoomInput {
  @Field({ description: '1 to 80 characters, in one line.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Up to 250 characters.' })
  topic?: string | null;

  @Field(() => RoomVisibility, {
    nullable: true,
    defaultValue: RoomVisibility.PUBLIC,
    description: 'Who may see it; for ever.',
  })
  visibility?: RoomVisibility | null;
}

@InputType({ description: 'Which room.' })
export class JoinRoomInput {
  @Field(() => ID)
  roomId!: string;
}

@InputType({ description: 'Which room.' })
export class LeaveRoomInput {
  @Field(() => ID)
  roomId!: string;
}

@InputType({ description: 'Who, and into which room.' })
export class AddMemberInput {
  @Field(() => ID)
  roomId!: string;

  @Field(() => ID)
  userId!: string;
}

@InputType({ description: 'Who, and out of which room.' })
export class RemoveMemberInput {
  @Field(() => ID)
  roomId!: string;

  @Field(() => ID)
  userId!: string;
}

@InputType({ description: 'Who is to be what in which room.' })
export class SetMemberRoleInput {
  @Field(() => ID)
  roomId!: string;

  @Field(() => ID)
  userId!: string;

  @Field(() => RoomRole, { description: 'OWNER hands the room on: the owner of before becomes a moderator.' })
  role!: RoomRole;
}
