import { Field, ID, InputType } from '@nestjs/graphql';
import { MAX_DIRECT_USERS } from '../rules/index.js';

@InputType({ description: 'Whom a direct room is to be for, beside the viewer.' })
export class OpenDirectRoomInput {
  @Field(() => [ID], {
    description: `Up to ${String(MAX_DIRECT_USERS - 1)} people; more are BAD_USER_INPUT, and one who does not exist is NOT_FOUND. In any order; the viewer, or one who stands there twice, changes nothing. With a bot its owner
has to be among them: FORBIDDEN otherwise. Nobody: the viewer's own notes.`,
  })
  userIds!: string[];
}

@InputType({ description: "Which room to take out of the viewer's list." })
export class CloseDirectRoomInput {
  @Field(() => ID, {
    description: 'A room that the viewer is in, else NOT_FOUND; FORBIDDEN for one that is not DIRECT.',
  })
  roomId!: string;
}
