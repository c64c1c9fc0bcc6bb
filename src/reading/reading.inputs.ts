import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTime } from '../graphql/index.js';
import { ROOM_OF_VIEWER } from '../rooms/index.js';
import { NotifyLevel } from './room-viewer-state.type.js';

const THREAD_OF_ROOM =
  'A thread of this room, else NOT_FOUND: then the number is one of the thread, and the room is marked no further.';

@InputType({ description: 'How far the viewer has read.' })
export class MarkReadInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field(() => Int, {
    description:
      'The `number` of the last message that was read, from 0 up to the last one of the room, or of the thread; any other is BAD_USER_INPUT.',
  })
  number!: number;

  @Field(() => ID, { nullable: true, description: THREAD_OF_ROOM })
  threadId?: string | null;
}

@InputType({ description: 'From where on nothing is read.' })
export class MarkUnreadInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field(() => Int, {
    description:
      'The `number` of a message of the room, or of the thread, from 1 up to the last one; any other is BAD_USER_INPUT.',
  })
  fromNumber!: number;

  @Field(() => ID, { nullable: true, description: THREAD_OF_ROOM })
  threadId?: string | null;
}

@InputType({ description: 'How the viewer wants to hear of a room. What is left out stays as it is, null clears it.' })
export class SetRoomPreferencesInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field(() => NotifyLevel, {
    nullable: true,
    description: 'Which messages to be notified of; null is MENTIONS, as it begins.',
  })
  notify?: NotifyLevel | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to be left alone by this room; false and null also clear `mutedUntil`.',
  })
  isMuted?: boolean | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When muting ends by itself; null for never. A time that is over, or one for a room that is not muted with it, is BAD_USER_INPUT.',
  })
  mutedUntil?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to have the room at the top of the list.' })
  isFavourite?: boolean | null;
}
