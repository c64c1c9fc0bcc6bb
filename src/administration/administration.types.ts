import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AuditAction, type AuditEntry } from '../audit/index.js';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../graphql/index.js';
import { UserType } from '../users/index.js';

const ONE_OF_THOSE = 'Null where the entry is not about one.';

@ObjectType('AuditEntry', {
  description: 'Something that an administrator may have to account for. Entries are never changed and never removed.',
})
export class AuditEntryType {
  @Field(() => ID, { description: 'Rises with every entry.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  at!: Date;

  @Field(() => AuditAction, { description: 'What happened.' })
  action!: AuditAction;

  @Field(() => ID, {
    nullable: true,
    description:
      'The session by which it was done, or that it is about: its sign-in is another entry, with the address. For a bot, its token. Null where there was none.',
  })
  sessionId!: string | null;

  @Field(() => ID, { nullable: true, description: `The room. ${ONE_OF_THOSE}` })
  roomId!: string | null;

  @Field(() => ID, { nullable: true, description: `The message. ${ONE_OF_THOSE}` })
  messageId!: string | null;

  @Field(() => String, { nullable: true, description: 'A few words about it, in English.' })
  detail!: string | null;

  @Field(() => String, { nullable: true, description: 'The address of the request; null where it was not kept.' })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the program that asked called itself (User-Agent), up to 256 characters.',
  })
  client!: string | null;

  /** Who did it, whose bot that was, and whom it is about, for the fields that show them. */
  actorId!: string | null;
  ownerId!: string | null;
  subjectId!: string | null;

  static of(entry: AuditEntry): AuditEntryType {
    const { at, action, actorId, ownerId, subjectId, sessionId, roomId, messageId, detail, address, client } = entry;
    const about = { sessionId, roomId, messageId, detail, address, client };
    return { id: String(entry.id), at, action, actorId, ownerId, subjectId, ...about };
  }
}

@ObjectType({ description: 'An entry in its list.' })
export class AuditEntryEdge {
  @Field(() => AuditEntryType, { description: 'The entry.' })
  node!: AuditEntryType;

  @Field(() => Cursor, { description: 'Its place in the list, for `after`.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of the audit log, the newest entry first.' })
export class AuditEntryConnection {
  @Field(() => [AuditEntryEdge], { description: 'The entries with their places.' })
  edges!: AuditEntryEdge[];

  @Field(() => [AuditEntryType], { description: 'The entries alone.' })
  nodes!: AuditEntryType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'Whoever asked is now an administrator.' })
export class BecomeAdministratorPayload {
  @Field(() => UserType, { description: 'The account that administers the server.' })
  user!: UserType;
}

@ObjectType({ description: 'The account whose rights were changed.' })
export class SetAdministratorPayload {
  @Field(() => UserType, { description: 'The account.' })
  user!: UserType;
}
