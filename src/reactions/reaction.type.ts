import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Reaction', {
  description:
    'One emoji on a message, and who used it. A message has up to 20 different ones; deleting it takes them away.',
})
export class ReactionType {
  @Field({ description: 'One emoji as Unicode has it for display (RGI), skin tones kept.' })
  emoji!: string;

  @Field(() => Int, { description: 'How many people reacted with it, each once; at least 1.' })
  count!: number;

  messageId!: string;
}
