import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ROOM_OF_VIEWER } from './descriptions.js';
import { RoomRole } from './members/room-member.type.js';
import { RoomPosting, RoomVisibility } from './room.type.js';

@InputType({ description: 'A new room.' })
export class CreateRoomInput {
  @Field({ description: '1 to 80 characters, in one line.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Up to 250 characters.' })
  topic?: string | null;

  @Field(() => RoomVisibility, {
    nullable: true,
    defaultValue: RoomVisibility.PUBLIC,
    description: 'Who may see it.',
  })
  visibility?: RoomVisibility | null;

  @Field(() => String, {
    nullable: true,
    description: `1 to 64 characters that the viewer has not used for a room before; a UUID serves. The same nonce and input give back the first room, for ever,
and make no second one. With another input it is CONFLICT, whose \`extensions.roomId\` names the room that stands.`,
  })
  nonce?: string | null;
}

@InputType({ description: 'What of a room is to be different. What is left out stays as it is.' })
export class UpdateRoomInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '1 to 80 characters, in one line: null is BAD_USER_INPUT. A name that another public room has, with somebody in it, is CONFLICT where this one is public.',
  })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 250 characters; null takes it away.' })
  topic?: string | null;

  @Field(() => RoomVisibility, {
    nullable: true,
    description:
      'Who may see it: for its owner alone, FORBIDDEN for others. PRIVATE removes the guests who are in it, and is FORBIDDEN for an owner who is a guest; with PUBLIC everybody can find it, and whoever joins reads what was said before. Null is BAD_USER_INPUT.',
  })
  visibility?: RoomVisibility | null;

  @Field(() => RoomPosting, { nullable: true, description: 'Who may post there; null is EVERYONE, as it begins.' })
  posting?: RoomPosting | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Seconds between two messages of one member who is no moderator, from 0 to 21,600 (six hours); any other is BAD_USER_INPUT. 0 and null are none.',
  })
  slowModeSeconds?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'After how many days messages are deleted for everybody, with their files: what is older goes at once, and does not come back. For its owner alone, FORBIDDEN for others. 1 to 36,500, and no more than `ServerInfo.messagesKeptDays`, else BAD_USER_INPUT; null is as long as the server keeps them.',
  })
  keepMessagesDays?: number | null;
}

@InputType({ description: 'Which room to archive.' })
export class ArchiveRoomInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;
}

@InputType({ description: 'Which room to take out of the archive.' })
export class UnarchiveRoomInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;
}

@InputType({ description: 'Which room to delete.' })
export class DeleteRoomInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field({
    description:
      'The name of the room as it is now, typed once more so that it is meant: letter for letter, but for spaces around it. Any other is BAD_USER_INPUT.',
  })
  name!: string;
}

@InputType({ description: 'Which room.' })
export class JoinRoomInput {
  @Field(() => ID, {
    description: 'A public room. NOT_FOUND for one that does not exist, or a private one that the viewer is not in.',
  })
  roomId!: string;
}

@InputType({ description: 'Which room.' })
export class LeaveRoomInput {
  @Field(() => ID, { description: 'The room to leave; one that does not exist is no error either.' })
  roomId!: string;
}

@InputType({ description: 'Who, and into which room.' })
export class AddMemberInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field(() => ID, {
    description:
      'Whom to add; NOT_FOUND where there is nobody, FORBIDDEN for a guest and a private room, and for a bot whose owner is not in the room.',
  })
  userId!: string;
}

@InputType({ description: 'Who, and out of which room.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field(() => ID, {
    description:
      'Whom to remove: FORBIDDEN for the owner, NOT_FOUND where there is nobody; somebody who is not in the room is no error.',
  })
  userId!: string;
}

@InputType({ description: 'Who gets which role in which room.' })
export class SetMemberRoleInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field(() => ID, { description: 'Whose role it is to be; NOT_FOUND for somebody who is not in the room.' })
  userId!: string;

  @Field(() => RoomRole, {
    description:
      'OWNER transfers the room: the previous owner becomes a moderator. FORBIDDEN where it would make a bot the owner, or a moderator where its own owner is neither.',
  })
  role!: RoomRole;
}
