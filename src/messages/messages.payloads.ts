import { Field, ObjectType } from '@nestjs/graphql';
import { MessageType } from './message.type.js';

@ObjectType({ description: 'The message, which is on disk now.' })
export class SendMessagePayload {
  @Field(() => MessageType, {
    description: 'The one just posted; where the nonce came before, the first one, as it is now.',
  })
  message!: MessageType;
}

@ObjectType({ description: 'The message as it is now.' })
export class EditMessagePayload {
  @Field(() => MessageType, {
    description: 'With the new body and `editedAt`; untouched where the body is what it was.',
  })
  message!: MessageType;
}

@ObjectType({ description: 'What remains of the message.' })
export class DeleteMessagePayload {
  @Field(() => MessageType, { description: 'Without body and files, with `deletedAt`; its `number` and `seq` stay.' })
  message!: MessageType;
}

@ObjectType({ description: 'The message that is pinned now.' })
export class PinMessagePayload {
  @Field(() => MessageType, { description: 'With `pinnedAt`; where it was pinned before, that time.' })
  message!: MessageType;
}

@ObjectType({ description: 'The message that is not pinned any more.' })
export class UnpinMessagePayload {
  @Field(() => MessageType, { description: 'Without `pinnedAt`, and otherwise as it was.' })
  message!: MessageType;
}
