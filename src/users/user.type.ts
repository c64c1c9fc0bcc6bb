import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../graphql/index.js';
import { NodeType } from '../nodes/index.js';
import { avatarUrlOf } from './avatar-url.js';
import type { User } from './user.entity.js';
import { UserStatusType } from './user-status.type.js';

export enum UserKind {
  PERSON = 'PERSON',
  GUEST = 'GUEST',
  BOT = 'BOT',
}

registerEnumType(UserKind, {
  name: 'UserKind',
  description: 'What kind of account it is.',
  valuesMap: {
    PERSON: { description: 'Somebody who registered.' },
    GUEST: { description: 'Somebody who entered with only a nickname.' },
    BOT: { description: 'A program.' },
  },
});

@ObjectType('User', { implements: () => [NodeType], description: 'Somebody who takes part, or once did.' })
export class UserType {
  @Field(() => ID, {
    description: 'Names them in `userId` arguments. Opaque, and the same for ever, whatever they are called.',
  })
  id!: string;

  @Field({
    description:
      "Unique, 2 to 32 characters: letters, digits, '.', '_' and '-' of any script, compared case-insensitively after NFKC.",
  })
  username!: string;

  @Field({ description: 'What people read, 1 to 64 characters. Defaults to the username.' })
  displayName!: string;

  @Field(() => UserKind, { description: 'Whether a person, a guest or a program.' })
  kind!: UserKind;

  @Field(() => DateTime, { description: 'When the account was created.' })
  createdAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: `A path on this server, to a square picture of them (image/webp) of 128 pixels; with \`?size=48\` or \`?size=512\` behind it of as many. Null where they
have none. For everybody who is signed in, and what it leads to never changes: another picture has another path.`,
  })
  avatarUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What they say of themselves, up to 500 characters; null while they have said nothing.',
  })
  about!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Their time zone, by its name in the IANA database, such as Europe/Madrid; null where they keep it to themselves.',
  })
  timeZone!: string | null;

  /** As they set it: whether it has ended since is asked when it is shown. */
  givenStatus!: UserStatusType | null;

  static of(user: User): UserType {
    const { id, username, displayName, kind, createdAt, about, timeZone, avatarVersion } = user;
    return {
      id,
      username,
      displayName,
      kind: UserKind[kind],
      createdAt,
      about,
      timeZone,
      avatarUrl: avatarVersion === null ? null : avatarUrlOf(avatarVersion),
      givenStatus: UserStatusType.of(user),
    };
  }
}
