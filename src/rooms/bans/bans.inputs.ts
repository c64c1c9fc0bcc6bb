import { Field, ID, InputType } from '@nestjs/graphql';
import { ROOM_OF_VIEWER } from '../descriptions.js';

@InputType({ description: 'Whom to ban from which room.' })
export class BanMemberInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field(() => ID, {
    description:
      'Somebody who is in the room, or not. FORBIDDEN for its owner, and for a moderator unless the viewer owns the room; NOT_FOUND where there is nobody.',
  })
  userId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why, for the owner and the moderators, who read it in `Room.bans`: up to 250 characters. Whoever is banned is not told.',
  })
  reason?: string | null;
}

@InputType({ description: 'Whose ban to lift.' })
export class UnbanMemberInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field(() => ID, { description: 'Who may come in again. Somebody who is not banned is no error.' })
  userId!: string;
}
