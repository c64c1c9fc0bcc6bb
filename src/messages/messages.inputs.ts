import { Field, ID, InputType } from '@nestjs/graphql';
import { ROOM_OF_VIEWER } from '../rooms/index.js';

@InputType({ description: 'A new message.' })
export class SendMessageInput {
  @Field(() => ID, { description: ROOM_OF_VIEWER })
  roomId!: string;

  @Field({
    description:
      'Up to 8,000 characters of Markdown. Something in it must be visible, unless a file is attached: spaces, marks and characters without width alone are no message.',
  })
  body!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '1 to 64 characters that the sender has not used before, in any room; a UUID serves. Of a CONFLICT `extensions.messageId` and `roomId` name the message that stands, where the sender may see it.',
  })
  nonce?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'At most 10, each stored by the sender for this room and attached once.',
  })
  attachmentIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "A message of the same timeline that this one answers, the room's or the thread's, also one that was deleted meanwhile. Any other is NOT_FOUND, with this field in `extensions.field`.",
  })
  replyToId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Into the thread of this message of the room's own timeline, also of one that was deleted meanwhile; the thread is made with its first message. Any other, one that stands in a thread among them, is NOT_FOUND, with this field in `extensions.field`.",
  })
  threadRootId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'That it will grow by `streamMessage`: `body` is what it begins with, and may be empty. For bots; FORBIDDEN for people. Whom it names is told once it is done.',
  })
  isStreaming?: boolean | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'For a bot: what it was asked for in this room within the last day, by a `CommandInvoked`, and answers by this message. Any other is NOT_FOUND, with this field in `extensions.field`.',
  })
  interactionId?: string | null;
}

@InputType({ description: 'What a message is to say instead.' })
export class EditMessageInput {
  @Field(() => ID, {
    description:
      "One of the viewer's own: FORBIDDEN for somebody else's or one that is deleted, NOT_FOUND outside the viewer's rooms.",
  })
  messageId!: string;

  @Field({
    description:
      'Up to 8,000 characters of Markdown. Something in it must be visible, unless a file is attached: spaces, marks and characters without width alone are no message.',
  })
  body!: string;
}

@InputType({ description: 'Which message.' })
export class DeleteMessageInput {
  @Field(() => ID, {
    description:
      "One of the viewer's own, or of a room that they moderate: FORBIDDEN for any other, NOT_FOUND outside the viewer's rooms. Twice is no error.",
  })
  messageId!: string;
}

@InputType({ description: 'Which message to pin.' })
export class PinMessageInput {
  @Field(() => ID, {
    description: "A message of one of the viewer's rooms, else NOT_FOUND; FORBIDDEN for one that is deleted.",
  })
  messageId!: string;
}

@InputType({ description: 'Which message to unpin.' })
export class UnpinMessageInput {
  @Field(() => ID, { description: "A message of one of the viewer's rooms, else NOT_FOUND." })
  messageId!: string;
}
