import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'What proves that somebody runs this server.' })
export class BecomeAdministratorInput {
  @Field({
    description:
      'The setup code that the server printed when it started. FORBIDDEN where it is another one, or was used.',
  })
  code!: string;
}

@InputType({ description: 'Who is to be an administrator, or no longer.' })
export class SetAdministratorInput {
  @Field(() => ID, {
    description: 'A person with an account: NOT_FOUND where there is nobody, FORBIDDEN for guests and bots.',
  })
  userId!: string;

  @Field({ description: 'CONFLICT where `false` would leave the server without any.' })
  isAdministrator!: boolean;
}
