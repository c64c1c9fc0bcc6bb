import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { UserType } from '../users/index.js';

@InputType({ description: 'Whose account to delete, and what goes with it.' })
export class DeleteUserInput {
  @Field(() => ID, {
    description:
      'A person, a guest or a bot, also a guest whose stay has ended; NOT_FOUND where there is nobody. One that was deleted before is no error: with `withMessages` its messages go now.',
  })
  userId!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether everything that they have written goes as well, in all rooms, with its files.',
  })
  withMessages?: boolean | null;
}

@ObjectType({ description: 'The account is deleted.' })
export class DeleteUserPayload {
  @Field(() => UserType, { description: 'What is left of it: the author of what stays.' })
  user!: UserType;
}
