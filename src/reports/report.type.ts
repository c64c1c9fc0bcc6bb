import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AtMost, Cursor, DateTime, LongText, PAGE_INFO, PageInfo } from '../graphql/index.js';
import type { Report } from './report.entity.js';

export enum ReportState {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}

registerEnumType(ReportState, {
  name: 'ReportState',
  description: 'Whether somebody has dealt with a report.',
  valuesMap: {
    OPEN: { description: 'Nobody has yet.' },
    CLOSED: { description: 'Somebody has, or dismissed it.' },
  },
});

export enum ReportAction {
  DELETED_MESSAGE = 'DELETED_MESSAGE',
  WARNED_AUTHOR = 'WARNED_AUTHOR',
  BANNED_AUTHOR = 'BANNED_AUTHOR',
}

registerEnumType(ReportAction, {
  name: 'ReportAction',
  description: 'What is done, or was done, about a report.',
  valuesMap: {
    DELETED_MESSAGE: { description: 'The message is deleted for everyone, as by deleteMessage.' },
    WARNED_AUTHOR: { description: 'Its author alone gets a warning, in the words of whoever dealt with the report.' },
    BANNED_AUTHOR: {
      description:
        'Its author is banned from the room, as by banMember. FORBIDDEN in a DIRECT room, from which nobody is banned.',
    },
  },
});

@ObjectType('Report', {
  description: `A message that somebody showed to those who look after its room, and why. They see this one message as it was reported, and with it where it stands, also where
they are not in the room. Never to be seen by the author of the message, whatever they look after.`,
})
export class ReportType {
  @Field(() => ID, { description: 'Names it for `closeReport`.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it was reported.' })
  createdAt!: Date;

  @Field({ description: 'Why, in the words of whoever reported it, up to 500 characters.' })
  reason!: string;

  @Field(() => ID, { description: 'The message.' })
  messageId!: string;

  @Field(() => ID, { description: 'The room that it stands in.' })
  roomId!: string;

  @Field({
    description:
      'The words of the message as they were when it was reported, up to 8,000 characters of Markdown, also where they were changed or deleted since. Empty once the report is closed, and once the message is gone because it was too old or its author’s account was deleted.',
  })
  @LongText()
  body!: string;

  @Field(() => [String], { description: 'The names of the files that came with it; none once it is closed.' })
  @AtMost(10)
  fileNames!: string[];

  @Field(() => DateTime, { nullable: true, description: 'When somebody dealt with it; null while it is open.' })
  closedAt!: Date | null;

  @Field(() => [ReportAction], {
    description: 'What they did about it; nothing while it is open, and where they dismissed it.',
  })
  @AtMost(3)
  actions!: ReportAction[];

  authorId!: string;
  reporterId!: string;
  closedById!: string | null;

  static of(report: Report): ReportType {
    const { id, createdAt, reason, messageId, roomId, body, files, closedAt, done } = report;
    const { authorId, reporterId, closedById } = report;
    const actions = done.map((action) => ReportAction[action]);
    const shown = { id, createdAt, reason, messageId, roomId, body, fileNames: files, closedAt, actions };
    return { ...shown, authorId, reporterId, closedById };
  }
}

@ObjectType({ description: 'A report in a list.' })
export class ReportEdge {
  @Field(() => ReportType, { description: 'The report that stands at this place.' })
  node!: ReportType;

  @Field(() => Cursor, { description: 'Its place in the list.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of reports, the newest first.' })
export class ReportConnection {
  @Field(() => [ReportEdge], { description: 'The reports of this page, each with the cursor to page on from it.' })
  edges!: ReportEdge[];

  @Field(() => [ReportType], { description: 'The same without cursors.' })
  nodes!: ReportType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  totalCount!: number;
}
