import { Field, ObjectType } from '@nestjs/graphql';
import { MessageType } from '../messages/index.js';

@ObjectType({ description: 'The message without its previews.' })
export class RemoveLinkPreviewsPayload {
  @Field(() => MessageType, { description: 'As it is now; its words, with the links, are what they were.' })
  message!: MessageType;
}
