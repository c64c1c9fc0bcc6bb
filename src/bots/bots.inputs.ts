import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'What a new bot is called, and what it is for.' })
export class CreateBotInput {
  @Field({ description: "Like a person's: unique, 2 to 32 characters. One that is taken is CONFLICT." })
  username!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What people read, 1 to 64 characters; the username where it is left out.',
  })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for, in words for people: up to 500 characters.' })
  description?: string | null;
}

@InputType({ description: 'Which bot.' })
export class DisableBotInput {
  @Field(() => ID, {
    description: 'The `id` of a bot of the viewer, or of anybody for an administrator. Twice is no error.',
  })
  botId!: string;
}
