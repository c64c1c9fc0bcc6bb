import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Whether to follow a thread.' })
export class FollowThreadInput {
  @Field(() => ID, { description: "A thread of one of the viewer's rooms, else NOT_FOUND." })
  threadId!: string;

  @Field({ description: 'Whether the viewer wants to hear of it.' })
  follows!: boolean;
}
