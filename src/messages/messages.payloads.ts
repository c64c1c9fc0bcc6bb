import { Field, ObjectType } from '@nestjs/graphql';
import { MessageType } from './message.type.js';

@ObjectType({ description: 'The message, which is on disk now.' })
export class SendMessagePayload {
  @Field(() => MessageType)
  message!: MessageType;
}

@ObjectType({ description: 'The message as it is now.' })
export class EditMessagePayload {
  @Field(() => MessageType)
  message!: MessageType;
}

@ObjectType({ description: 'What is left of the message.' })
export class DeleteMessagePayload {
  @Field(() => MessageType)
  message!: MessageType;
}
