import { Field, ObjectType } from '@nestjs/graphql';
import { UserType } from '../users/index.js';

@ObjectType({ description: 'Who is blocked now.' })
export class BlockUserPayload {
  @Field(() => UserType, { description: 'As everybody sees them.' })
  user!: UserType;
}

@ObjectType({ description: 'Who is not blocked any more.' })
export class UnblockUserPayload {
  @Field(() => UserType, { description: 'As everybody sees them.' })
  user!: UserType;
}
