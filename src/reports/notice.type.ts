import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../graphql/index.js';
import type { Notice } from './notice.entity.js';

export enum NoticeKind {
  WARNING = 'WARNING',
  REPORT_CLOSED = 'REPORT_CLOSED',
}

registerEnumType(NoticeKind, {
  name: 'NoticeKind',
  description: 'What those who look after rooms tell somebody.',
  valuesMap: {
    WARNING: {
      description: 'Something that the viewer wrote was reported, and they are asked not to go on like that.',
    },
    REPORT_CLOSED: { description: 'Something that the viewer reported was dealt with. What was done is not told.' },
  },
});

@ObjectType('Notice', {
  description: 'Something that those who look after a room tell the viewer alone. It does not say which of them.',
})
export class NoticeType {
  @Field(() => ID, { description: 'Names it. Opaque, and the same for ever.' })
  id!: string;

  @Field(() => NoticeKind, { description: 'What it is about.' })
  kind!: NoticeKind;

  @Field(() => DateTime, { description: 'When they said so.' })
  createdAt!: Date;

  @Field({ description: 'The name of the room as it was then; empty for one of people who write to each other.' })
  roomName!: string;

  @Field(() => ID, { description: 'The message that it is about, which may be deleted by now.' })
  messageId!: string;

  @Field(() => String, { nullable: true, description: 'Of a warning what it says, up to 500 characters; else null.' })
  words!: string | null;

  static of({ id, kind, createdAt, roomName, messageId, words }: Notice): NoticeType {
    return { id, kind: NoticeKind[kind], createdAt, roomName, messageId, words };
  }
}

@ObjectType({ description: 'A notice in a list.' })
export class NoticeEdge {
  @Field(() => NoticeType, { description: 'The notice that stands at this place.' })
  node!: NoticeType;

  @Field(() => Cursor, { description: 'Its place in the list.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of notices, the newest first.' })
export class NoticeConnection {
  @Field(() => [NoticeEdge], { description: 'The notices of this page, each with the cursor to page on from it.' })
  edges!: NoticeEdge[];

  @Field(() => [NoticeType], { description: 'The same without cursors.' })
  nodes!: NoticeType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;
}
