import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../graphql/index.js';
import { NodeType } from '../nodes/index.js';
import type { User } from '../users/index.js';
import type { Bot } from './bot.entity.js';

@ObjectType('Bot', {
  implements: () => [NodeType],
  description: `A member that is a program. Whoever makes it answers for it: it can do no more than they may, is shown as theirs, and stops with their account. It is in the rooms that it was
added to, like anybody else, and only while its owner is there too.`,
})
export class BotType {
  @Field(() => ID, { description: 'Names it for `createBotToken` and `disableBot`. Not the id of its account.' })
  id!: string;

  @Field({
    description: 'What it is for, as its owner says; up to 500 characters, empty where they have said nothing.',
  })
  description!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was disabled; null while it is not.' })
  disabledAt!: Date | null;

  /** Its account, and its owner's. */
  userId!: string;
  ownerId!: string;

  static of({ id, userId, ownerId }: Bot, { about, createdAt, disabledAt }: User): BotType {
    return { id, userId, ownerId, description: about ?? '', createdAt, disabledAt };
  }
}

@ObjectType({ description: 'A bot in a list.' })
export class BotEdge {
  @Field(() => BotType, { description: 'The bot.' })
  node!: BotType;

  @Field(() => Cursor, { description: 'Its place in the list, for `after`.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of bots, the newest first.' })
export class BotConnection {
  @Field(() => [BotEdge], { description: 'The bots with their places.' })
  edges!: BotEdge[];

  @Field(() => [BotType], { description: 'The bots alone.' })
  nodes!: BotType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;
}
