import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../../graphql/index.js';
import type { RoomBan } from './room-ban.entity.js';

@ObjectType('RoomBan', { description: 'Somebody who may not come into a room.' })
export class RoomBanType {
  @Field(() => String, {
    nullable: true,
    description: 'Why, in the words of whoever banned them, up to 250 characters; null where nothing was said.',
  })
  reason!: string | null;

  @Field(() => DateTime, { description: 'Since when.' })
  createdAt!: Date;

  userId!: string;
  byId!: string | null;

  static of({ userId, byId, reason, createdAt }: RoomBan): RoomBanType {
    return { userId, byId, reason, createdAt };
  }
}

@ObjectType({ description: 'A ban in a list.' })
export class RoomBanEdge {
  @Field(() => RoomBanType, { description: 'The ban that stands at this place.' })
  node!: RoomBanType;

  @Field(() => Cursor, { description: 'Its place in the list.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of bans, the newest first.' })
export class RoomBanConnection {
  @Field(() => [RoomBanEdge], { description: 'The bans of this page, each with the cursor to page on from it.' })
  edges!: RoomBanEdge[];

  @Field(() => [RoomBanType], { description: 'The same without cursors.' })
  nodes!: RoomBanType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  totalCount!: number;
}
