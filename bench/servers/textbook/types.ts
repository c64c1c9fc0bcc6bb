import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('User')
export class UserType {
  @Field(() => ID)
  id!: number;

  @Field()
  displayName!: string;
}

@ObjectType('Message')
export class MessageType {
  @Field(() => ID)
  id!: number;

  @Field(() => Int)
  number!: number;

  @Field()
  body!: string;

  @Field()
  createdAt!: Date;

  @Field(() => UserType)
  author!: UserType;
}
