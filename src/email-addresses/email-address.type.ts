import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../graphql/index.js';

@ObjectType('EmailAddress', {
  description: 'Where the viewer gets e-mail from this server. Nobody else sees it, administrators among them.',
})
export class EmailAddressType {
  @Field(() => String, {
    nullable: true,
    description: 'The address that they have confirmed; null while there is none.',
  })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The address that they have yet to confirm, by the link that was sent there; null where there is none.',
  })
  pendingAddress!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When that link ends; null where none is under way. `resendEmailConfirmation` sends another one.',
  })
  pendingUntil!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Since when the mail server of `address` refuses e-mail for it, so that no more of it is sent on its own; null where it does not. Once it is confirmed again, it counts as good.',
  })
  failingSince!: Date | null;

  @Field(() => String, { nullable: true, description: 'What that mail server said, up to 300 characters.' })
  failure!: string | null;
}

/** As the rows have it. */
export interface EmailAddressRow {
  readonly userId: string;
  readonly address: string | null;
  readonly confirmedAt: number | null;
  readonly pendingAddress: string | null;
  readonly pendingId: string | null;
  readonly pendingTokenHash: string | null;
  readonly pendingUntil: number | null;
  readonly failingSince: number | null;
  readonly failure: string | null;
}

export function emailAddressIn(row: EmailAddressRow): EmailAddressType {
  const { address, pendingAddress, pendingUntil, failingSince, failure } = row;
  return {
    ...{ address, pendingAddress, failure },
    pendingUntil: pendingUntil === null ? null : new Date(pendingUntil),
    failingSince: failingSince === null ? null : new Date(failingSince),
  };
}
