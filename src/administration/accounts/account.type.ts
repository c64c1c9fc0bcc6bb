import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../../graphql/index.js';
import { type User, UserType } from '../../users/index.js';

export enum AccountFilter {
  EVERYBODY = 'EVERYBODY',
  PEOPLE = 'PEOPLE',
  GUESTS = 'GUESTS',
  ADMINISTRATORS = 'ADMINISTRATORS',
  DISABLED = 'DISABLED',
}

registerEnumType(AccountFilter, {
  name: 'AccountFilter',
  description: 'Which accounts an administrator looks through.',
  valuesMap: {
    EVERYBODY: { description: 'All of them: people, guests whose visit lasts, and programs.' },
    PEOPLE: { description: 'Those who registered.' },
    GUESTS: { description: 'Those who entered with only a nickname, and whose visit lasts.' },
    ADMINISTRATORS: { description: 'Those who administer the server.' },
    DISABLED: { description: 'Those who are kept out.' },
  },
});

/** What somebody does here, in numbers. */
export interface AccountActivity {
  readonly lastSeenAt: Date | null;
  readonly sessionCount: number;
  readonly roomCount: number;
  readonly ownedRoomCount: number;
  readonly fileBytes: number;
}

@ObjectType('Account', {
  description:
    'Somebody as administrators see them: what they may, and how much they are here. Nothing of what they write or read.',
})
export class AccountType implements AccountActivity {
  @Field(() => UserType, { description: 'Who it is, as everybody sees them.' })
  user!: UserType;

  @Field({ description: 'Whether they administer the server.' })
  isAdministrator!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when they are kept out; null where nobody keeps them out.',
  })
  disabledAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When they last signed in or a program of theirs refreshed its tokens, which it does every 15 minutes while in use; null for never.',
  })
  lastSeenAt!: Date | null;

  @Field(() => Int, { description: 'In how many browsers and programs they are signed in: 0 to 100.' })
  sessionCount!: number;

  @Field(() => Int, { description: 'How many rooms they are in.' })
  roomCount!: number;

  @Field(() => Int, { description: 'How many of those are their own.' })
  ownedRoomCount!: number;

  @Field(() => Float, {
    description:
      'How many bytes of files they keep here, thumbnails included: a whole number, which may exceed 32 bits.',
  })
  fileBytes!: number;

  static of(user: User, activity: AccountActivity): AccountType {
    const { isAdministrator, disabledAt } = user;
    return { user: UserType.of(user), isAdministrator, disabledAt, ...activity };
  }
}

@ObjectType({ description: 'An account in its list.' })
export class AccountEdge {
  @Field(() => AccountType, { description: 'The account.' })
  node!: AccountType;

  @Field(() => Cursor, { description: 'Its place in the list, for `after`.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of accounts, by display name.' })
export class AccountConnection {
  @Field(() => [AccountEdge], { description: 'The accounts with their places.' })
  edges!: AccountEdge[];

  @Field(() => [AccountType], { description: 'The accounts alone.' })
  nodes!: AccountType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  totalCount!: number;
}
