import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../../graphql/index.js';
import { RoomVisibility } from '../../rooms/index.js';

/** As the database gives it: it knows no dates. */
export interface ServerRoomRow {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly visibility: 'PUBLIC' | 'PRIVATE';
  readonly memberCount: number;
  readonly messageCount: number;
  readonly fileBytes: number;
  readonly createdAt: number;
  readonly lastActivityAt: number;
  readonly archivedAt: number | null;
}

@ObjectType('ServerRoom', {
  description:
    'A room as administrators see it, in it or not: what it is called and how large it is. Not its topic, who is in it, or what is said there.',
})
export class ServerRoomType {
  @Field(() => ID, { description: 'The id of the room; `room` shows it to those who may see it.' })
  id!: string;

  @Field({ description: 'What it is called; empty for conversations between a few people, which have no name.' })
  name!: string;

  @Field(() => RoomVisibility, { description: 'Whether everybody finds it, or only its members.' })
  visibility!: RoomVisibility;

  @Field(() => Int, { description: 'How many people are in it.' })
  memberCount!: number;

  @Field(() => Int, {
    description: 'How many messages were sent in it and in its threads, those that were deleted since included.',
  })
  messageCount!: number;

  @Field(() => Float, {
    description: 'How many bytes of files it keeps, thumbnails included: a whole number, which may exceed 32 bits.',
  })
  fileBytes!: number;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When a message was last sent there; where none was, when it was created.' })
  lastActivityAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is archived; null while it is not.' })
  archivedAt!: Date | null;

  static of(row: ServerRoomRow): ServerRoomType {
    const { id, name, visibility, memberCount, messageCount, fileBytes, archivedAt } = row;
    return {
      id,
      name,
      visibility: RoomVisibility[visibility],
      memberCount,
      messageCount,
      fileBytes,
      createdAt: new Date(row.createdAt),
      lastActivityAt: new Date(row.lastActivityAt),
      archivedAt: archivedAt === null ? null : new Date(archivedAt),
    };
  }
}

@ObjectType({ description: 'A room in its list.' })
export class ServerRoomEdge {
  @Field(() => ServerRoomType, { description: 'The room.' })
  node!: ServerRoomType;

  @Field(() => Cursor, { description: 'Its place in the list, for `after`.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of all rooms, by name.' })
export class ServerRoomConnection {
  @Field(() => [ServerRoomEdge], { description: 'The rooms with their places.' })
  edges!: ServerRoomEdge[];

  @Field(() => [ServerRoomType], { description: 'The rooms alone.' })
  nodes!: ServerRoomType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  totalCount!: number;
}
