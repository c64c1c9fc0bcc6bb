import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../graphql/index.js';
import type { User } from './user.entity.js';

@ObjectType('UserStatus', { description: 'What somebody is up to, for as long as they said.' })
export class UserStatusType {
  @Field(() => String, {
    nullable: true,
    description: 'One emoji as Unicode has it for display (RGI); null where there is none.',
  })
  emoji!: string | null;

  @Field({ description: 'Up to 100 characters in one line; empty where the emoji says it all.' })
  text!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it ends by itself; null where it stays until they change it. No event tells of the end: whoever shows a status takes it away at this time.',
  })
  until!: Date | null;

  static of({ statusEmoji: emoji, statusText: text, statusUntil: until }: User): UserStatusType | null {
    return text === null ? null : { emoji, text, until };
  }
}
