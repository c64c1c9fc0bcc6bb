import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'The setup code, which only those who run the server can read.' })
export class BecomeAdministratorInput {
  @Field({
    description:
      'The setup code that the server printed when it started. FORBIDDEN where it is wrong, or has been used.',
  })
  code!: string;
}

@InputType({ description: 'Who becomes an administrator, or stops being one.' })
export class SetAdministratorInput {
  @Field(() => ID, {
    description: 'A person with an account: NOT_FOUND where there is nobody, FORBIDDEN for guests and bots.',
  })
  userId!: string;

  @Field({ description: 'CONFLICT where `false` would leave the server without any.' })
  isAdministrator!: boolean;
}
