import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../graphql/index.js';
import type { User } from './user.entity.js';

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

@ObjectType('User', { description: 'Somebody who takes part, or once did.' })
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

  static of({ id, username, displayName, kind, createdAt }: User): UserType {
    return { id, username, displayName, kind: UserKind[kind], createdAt };
  }
}
