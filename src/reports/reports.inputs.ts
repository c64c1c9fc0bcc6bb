import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ReportAction, ReportType } from './report.type.js';

@InputType({ description: 'A message that breaks the rules, and why.' })
export class ReportMessageInput {
  @Field(() => ID, {
    description:
      "A message of one of the viewer's rooms, else NOT_FOUND; FORBIDDEN for one of their own, and for one that is deleted.",
  })
  messageId!: string;

  @Field({ description: 'What is wrong with it, 1 to 500 characters.' })
  reason!: string;
}

@ObjectType({ description: 'Those who look after the room will see it.' })
export class ReportMessagePayload {
  @Field({ description: 'Always true, also where the viewer had reported it before: then the first report stays.' })
  ok!: boolean;
}

@InputType({ description: 'What to do about a report.' })
export class CloseReportInput {
  @Field(() => ID, { description: 'A report that the viewer may see, else NOT_FOUND.' })
  reportId!: string;

  @Field(() => [ReportAction], {
    description:
      'What to do, all of it or nothing; an empty list dismisses the report. BANNED_AUTHOR is FORBIDDEN in a DIRECT room, for the owner of the room, and for a moderator unless the viewer is its owner or an administrator.',
  })
  actions!: ReportAction[];

  @Field(() => String, {
    nullable: true,
    description: 'With WARNED_AUTHOR what the author reads, 1 to 500 characters; without it nothing.',
  })
  warning?: string | null;
}

@ObjectType({ description: 'The report that was dealt with.' })
export class CloseReportPayload {
  @Field(() => ReportType, {
    description: 'As it is now. Where somebody dealt with it before, what they did; nothing more is done.',
  })
  report!: ReportType;
}
