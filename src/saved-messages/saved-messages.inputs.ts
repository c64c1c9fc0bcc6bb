import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Which message to save.' })
export class SaveMessageInput {
  @Field(() => ID, {
    description: "A message of one of the viewer's rooms, else NOT_FOUND; FORBIDDEN for one that is deleted.",
  })
  messageId!: string;
}

@InputType({ description: 'Which message to take out of the saved ones.' })
export class UnsaveMessageInput {
  @Field(() => ID, {
    description:
      'Any message that the viewer saved, also of a room that they have left. One that they have not saved is no error.',
  })
  messageId!: string;
}
