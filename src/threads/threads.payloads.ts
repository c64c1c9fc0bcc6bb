import { Field, ObjectType } from '@nestjs/graphql';
import { ThreadType } from './thread.type.js';

@ObjectType({ description: 'The thread that the viewer follows, or does not follow any more.' })
export class FollowThreadPayload {
  @Field(() => ThreadType, { description: 'With `viewerState` as it is now.' })
  thread!: ThreadType;
}
