import { Field, ObjectType } from '@nestjs/graphql';
import { MessageType } from '../messages/index.js';

@ObjectType({ description: 'The message with the reaction, which is on disk now.' })
export class AddReactionPayload {
  @Field(() => MessageType, { description: 'With all of its reactions, as they are now.' })
  message!: MessageType;
}

@ObjectType({ description: 'The message without the reaction.' })
export class RemoveReactionPayload {
  @Field(() => MessageType, { description: 'With the reactions that are left.' })
  message!: MessageType;
}
