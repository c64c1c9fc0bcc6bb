import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'What to react with, and to which message.' })
export class AddReactionInput {
  @Field(() => ID, {
    description: "A message of one of the viewer's rooms, else NOT_FOUND; FORBIDDEN for one that is deleted.",
  })
  messageId!: string;

  @Field({
    description:
      'One emoji of those that Unicode recommends for interchange (RGI), skin tones included; written without its variation selectors it is taken for the same. BAD_USER_INPUT for anything else.',
  })
  emoji!: string;
}

@InputType({ description: 'Which reaction to take back.' })
export class RemoveReactionInput {
  @Field(() => ID, { description: "A message of one of the viewer's rooms, else NOT_FOUND." })
  messageId!: string;

  @Field({ description: 'The emoji that the viewer reacted with; as for addReaction.' })
  emoji!: string;
}
