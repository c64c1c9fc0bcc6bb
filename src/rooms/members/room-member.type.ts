import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../../graphql/index.js';
import type { Membership } from './membership.entity.js';

export enum RoomRole {
  OWNER = 'OWNER',
  MODERATOR = 'MODERATOR',
  MEMBER = 'MEMBER',
}

registerEnumType(RoomRole, {
  name: 'RoomRole',
  description: 'What somebody may do in a room.',
  valuesMap: {
    OWNER: { description: 'Created the room or was given it; appoints moderators. There is exactly one.' },
    MODERATOR: { description: "Adds and removes people, and deletes other people's messages." },
    MEMBER: { description: 'Reads and writes.' },
  },
});

@ObjectType('RoomMember', { description: 'Somebody in a room.' })
export class RoomMemberType {
  @Field(() => RoomRole, { description: 'What they may do there.' })
  role!: RoomRole;

  @Field(() => DateTime, { description: 'Since when, this time.' })
  joinedAt!: Date;

  userId!: string;
  joinedPosition!: number;

  static of({ role, joinedAt, userId, joinedPosition }: Membership): RoomMemberType {
    return { role: RoomRole[role], joinedAt, userId, joinedPosition };
  }
}

@ObjectType({ description: 'A member in a list.' })
export class RoomMemberEdge {
  @Field(() => RoomMemberType, { description: 'The member who stands at this place.' })
  node!: RoomMemberType;

  @Field(() => Cursor, { description: 'Their place in the list.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of members, those who have been there longest first.' })
export class RoomMemberConnection {
  @Field(() => [RoomMemberEdge], {
    description: 'The members of this page, each with the cursor to page on from them.',
  })
  edges!: RoomMemberEdge[];

  @Field(() => [RoomMemberType], { description: 'The same without cursors.' })
  nodes!: RoomMemberType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  totalCount!: number;
}
