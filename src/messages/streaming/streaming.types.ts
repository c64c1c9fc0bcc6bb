import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LongText } from '../../graphql/index.js';
import type { StreamPiece } from './message-stream.js';

@InputType({ description: 'A piece of a message that grows.' })
export class StreamMessageInput {
  @Field(() => ID, {
    description:
      "A message that this bot has sent with `isStreaming`: FORBIDDEN for any other, for one that was deleted, and where the bot may not write any more; NOT_FOUND outside the viewer's rooms.",
  })
  messageId!: string;

  @Field(() => Int, {
    description:
      'Where in the text the piece begins, in units of UTF-16, which is what `length` of a string counts in JavaScript: `length` of the last answer. What overlaps with the text and agrees with it is taken as done.',
  })
  offset!: number;

  @Field({
    description:
      'Whole characters, as many as there are since the last piece; may be empty. All of the text together is up to 8,000 characters: what goes past them is BAD_USER_INPUT.',
  })
  text!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'That the message is done with this piece. Something in it must be visible by then, or a file attached; else BAD_USER_INPUT.',
  })
  isDone?: boolean | null;
}

@ObjectType({ description: 'How far the message has come.' })
export class StreamMessagePayload {
  @Field(() => Int, { description: 'How long its text is, in units of UTF-16: the `offset` of the next piece.' })
  length!: number;

  messageId!: string;
}

@ObjectType('StreamPiece', { description: 'A piece of a message that is being written.' })
export class StreamPieceType implements StreamPiece {
  @Field(() => Int, { description: 'Where in the text the piece begins, in units of UTF-16.' })
  offset!: number;

  @Field({ description: 'What comes there; of the first piece all that stands so far. Empty where nothing is new.' })
  @LongText()
  text!: string;

  @Field({
    description:
      'Whether it is the last one: the message is done, broken off or deleted, as `message` and the edit or deletion in the feed say.',
  })
  isDone!: boolean;

  messageId!: string;
}
