import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Cursor, PAGE_INFO, PageInfo } from '../graphql/index.js';
import { UserType } from './user.type.js';

@ObjectType({ description: 'Somebody in a list.' })
export class UserEdge {
  @Field(() => UserType, { description: 'Who stands at this place.' })
  node!: UserType;

  @Field(() => Cursor, { description: 'Their place in the list.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of people.' })
export class UserConnection {
  @Field(() => [UserEdge], { description: 'The people of this page, each with the cursor to page on from them.' })
  edges!: UserEdge[];

  @Field(() => [UserType], { description: 'The same without cursors.' })
  nodes!: UserType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  totalCount!: number;
}
