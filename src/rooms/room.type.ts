import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../graphql/index.js';
import { NodeType } from '../nodes/index.js';
import type { Posting, RoomKind as RoomKindName } from '../rules/index.js';
import type { Room } from './room.entity.js';

export enum RoomVisibility {
  PUBLIC = 'PUBLIC',
  PRIVATE = 'PRIVATE',
}

export enum RoomKind {
  CHANNEL = 'CHANNEL',
  DIRECT = 'DIRECT',
}

registerEnumType(RoomKind, {
  name: 'RoomKind',
  description: 'What kind of room it is.',
  valuesMap: {
    CHANNEL: { description: 'A room with a name, which people come into and leave.' },
    DIRECT: {
      description: `A conversation of one to nine people, the same for ever but for accounts that end; private; all are MEMBER. \`name\` is empty: clients compose it of \`directUsers\`.
Leaving, adding, removing, roles, settings, bans, archiving, deleting and inviting are FORBIDDEN there; \`closeDirectRoom\` takes it out of one's list until something new is said. Guests may be written to and answer; they open none.`,
    },
  },
});

export enum RoomPosting {
  EVERYONE = 'EVERYONE',
  MODERATORS = 'MODERATORS',
}

registerEnumType(RoomPosting, {
  name: 'RoomPosting',
  description: 'Who may post in a room and its threads, edit what they have posted, and pin.',
  valuesMap: {
    EVERYONE: { description: 'All who are in it.' },
    MODERATORS: { description: 'Its owner and moderators. All others read, react and mark.' },
  },
});

registerEnumType(RoomVisibility, {
  name: 'RoomVisibility',
  description: 'Who may see a room.',
  valuesMap: {
    PUBLIC: { description: 'Anyone may see and join it.' },
    PRIVATE: { description: 'Only members can see that it exists.' },
  },
});

@ObjectType('Room', {
  implements: () => [NodeType],
  description: `A room. Its name, topic, visibility, rules for posting, age and number of members are for whoever may see it; who is in it and what is said there
(members, messages, eventCursor) is for members alone: null for others, as viewerMembership is. Joining a public room is one call.`,
})
export class RoomType {
  @Field(() => ID, { description: 'Names it in `roomId` arguments. Opaque, and the same for ever.' })
  id!: string;

  @Field(() => RoomKind, { description: 'What kind of room it is; the same for ever.' })
  kind!: RoomKind;

  @Field({
    description:
      '1 to 80 characters, but empty where it is DIRECT; unique among the public rooms that somebody is in, compared case-insensitively after NFKC.',
  })
  name!: string;

  @Field({ description: 'Up to 250 characters; may be empty.' })
  topic!: string;

  @Field(() => RoomVisibility, { description: 'Who may see it.' })
  visibility!: RoomVisibility;

  @Field(() => RoomPosting, { description: 'Who may post there.' })
  posting!: RoomPosting;

  @Field(() => Int, {
    description:
      'Seconds that a member who is no moderator waits between two messages, those in threads among them; 0 is none. Who is too early gets RATE_LIMITED, and in `extensions.retryAfter` the seconds that are left.',
  })
  slowModeSeconds!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'After how many days its messages are deleted for everybody, with their files, as its owner says; null where they say nothing. `ServerInfo.messagesKeptDays` counts as well: the shorter of the two.',
  })
  keepMessagesDays!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it was archived; null while it is not. An archived room can be read, marked, saved, muted, left and moderated. Saying something there, reacting, pinning, joining and adding somebody is FORBIDDEN, and it is not among the rooms that others find.',
  })
  archivedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'How many are in it now.' })
  memberCount!: number;

  /** The number of its newest message: where pages of messages start from. */
  lastNumber!: number;

  static of(room: Room): RoomType {
    const { id, name, topic, visibility, slowModeSeconds, keepMessagesDays } = room;
    const { archivedAt, createdAt, memberCount, lastNumber } = room;
    const posting: Posting = room.posting;
    const kind: RoomKindName = room.kind;
    return {
      id,
      kind: RoomKind[kind],
      name,
      topic,
      visibility: RoomVisibility[visibility],
      posting: RoomPosting[posting],
      slowModeSeconds,
      keepMessagesDays,
      archivedAt,
      createdAt,
      memberCount,
      lastNumber,
    };
  }
}

@ObjectType({ description: 'A room in a list.' })
export class RoomEdge {
  @Field(() => RoomType, { description: 'The room that stands at this place.' })
  node!: RoomType;

  @Field(() => Cursor, { description: 'Its place in the list.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of rooms.' })
export class RoomConnection {
  @Field(() => [RoomEdge], { description: 'The rooms of this page, each with the cursor to page on from it.' })
  edges!: RoomEdge[];

  @Field(() => [RoomType], { description: 'The same without cursors.' })
  nodes!: RoomType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  totalCount!: number;
}
