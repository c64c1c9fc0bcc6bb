import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Which message is to have no previews.' })
export class RemoveLinkPreviewsInput {
  @Field(() => ID, {
    description:
      "The viewer's own message, or any of a room that they moderate, else FORBIDDEN; NOT_FOUND where they are not in its room.",
  })
  messageId!: string;
}
