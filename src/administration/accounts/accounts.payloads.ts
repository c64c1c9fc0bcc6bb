import { Field, ObjectType } from '@nestjs/graphql';
import type { NewPasswordReset } from '../../auth/index.js';
import { DateTime } from '../../graphql/index.js';
import { AccountType } from './account.type.js';

@ObjectType({ description: 'Somebody is signed out everywhere.' })
export class EndSessionsPayload {
  @Field(() => AccountType, {
    nullable: true,
    description: 'The account; null for a guest, whose visit has ended with their session.',
  })
  account!: AccountType | null;
}

@ObjectType({ description: 'Somebody is kept out.' })
export class DisableAccountPayload {
  @Field(() => AccountType, { description: 'Who cannot sign in any more, as they are now.' })
  account!: AccountType;
}

@ObjectType({ description: 'Somebody may sign in again.' })
export class EnableAccountPayload {
  @Field(() => AccountType, { description: 'Who can sign in again, as they are now.' })
  account!: AccountType;
}

@ObjectType({ description: 'A new link by which somebody chooses a password. It is told this once, and kept nowhere.' })
export class CreatePasswordResetPayload {
  @Field({ description: 'The secret: whoever has it chooses the password. For `passwordReset` and `resetPassword`.' })
  token!: string;

  @Field({
    description: 'A path of the web client where the password is chosen, to be put behind the address of the server.',
  })
  path!: string;

  @Field(() => DateTime, {
    description: 'When it ends: in 24 hours, or before that once it is used, replaced, or the account is disabled.',
  })
  expiresAt!: Date;

  static of({ token, expiresAt }: NewPasswordReset): CreatePasswordResetPayload {
    return { token, path: `/reset/${token}`, expiresAt };
  }
}
