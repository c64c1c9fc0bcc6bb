import { Field, ObjectType } from '@nestjs/graphql';
import { MessageType } from '../messages/index.js';

@ObjectType({ description: 'The message that the viewer saved.' })
export class SaveMessagePayload {
  @Field(() => MessageType, { description: 'As it is now; `viewerState.isSaved` is true.' })
  message!: MessageType;
}

@ObjectType({ description: 'The message that is not saved any more.' })
export class UnsaveMessagePayload {
  @Field(() => MessageType, {
    nullable: true,
    description: 'As it is now; null where the viewer may not read it any more, or there is none.',
  })
  message!: MessageType | null;
}
