import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Who is signed out.' })
export class EndSessionsInput {
  @Field(() => ID, { description: 'Anybody, oneself included. NOT_FOUND where there is nobody.' })
  userId!: string;
}

@InputType({ description: 'Who is kept out.' })
export class DisableAccountInput {
  @Field(() => ID, {
    description:
      'Somebody with a password: NOT_FOUND where there is nobody, FORBIDDEN for oneself, guests and programs. One that is disabled already is no error.',
  })
  userId!: string;
}

@InputType({ description: 'Who may come back.' })
export class EnableAccountInput {
  @Field(() => ID, { description: 'NOT_FOUND where there is nobody. One that is not disabled is no error.' })
  userId!: string;
}

@InputType({ description: 'Who may choose a new password.' })
export class CreatePasswordResetInput {
  @Field(() => ID, {
    description:
      'Somebody with a password: NOT_FOUND where there is nobody, FORBIDDEN for guests and programs, and while the account is disabled.',
  })
  userId!: string;
}
