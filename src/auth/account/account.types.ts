import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../graphql/index.js';
import { LoginPayload, LogoutPayload } from '../auth.types.js';
import type { Session } from '../sessions/session.entity.js';

@ObjectType('ViewerSession', { description: 'One sign-in of the viewer that has not ended: a browser, a bot, a tool.' })
export class ViewerSessionType {
  @Field(() => ID, { description: 'For `revokeSession`.' })
  id!: string;

  @Field(() => DateTime, { description: 'When the viewer signed in there.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    description: 'When its tokens were last refreshed: a program that is in use does so every 15 minutes.',
  })
  lastUsedAt!: Date;

  @Field(() => DateTime, {
    description: 'When it ends by itself, unless it is used before: 30 days after the last use.',
  })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The address that it was opened from; null where that was not kept.',
  })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the program there called itself (User-Agent), up to 256 characters; null where it said nothing.',
  })
  client!: string | null;

  @Field({ description: 'Whether it is the session that asks.' })
  isCurrent!: boolean;

  static of({ id, createdAt, rotatedAt, expiresAt, address, client }: Session, currentId: string): ViewerSessionType {
    return { id, createdAt, lastUsedAt: rotatedAt, expiresAt, address, client, isCurrent: id === currentId };
  }
}

@ObjectType({ description: 'The session goes on, with new tokens.' })
export class ChangePasswordPayload extends LoginPayload {}

@ObjectType({ description: 'The session has ended.' })
export class RevokeSessionPayload {
  @Field({ description: 'Always true, also where it had ended before: what goes wrong is an error of the answer.' })
  ok!: boolean;
}

@ObjectType({ description: 'Every session of whoever asked has ended.' })
export class LogoutEverywherePayload extends LogoutPayload {}
