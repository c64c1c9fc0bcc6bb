import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Whom to block.' })
export class BlockUserInput {
  @Field(() => ID, {
    description: 'Anybody but the viewer, who is BAD_USER_INPUT; NOT_FOUND where there is nobody.',
  })
  userId!: string;
}

@InputType({ description: 'Whom to block no more.' })
export class UnblockUserInput {
  @Field(() => ID, { description: 'Somebody who is not blocked is no error; NOT_FOUND where there is nobody.' })
  userId!: string;
}
