import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../graphql/index.js';
import { type User, UserType } from '../../users/index.js';

@ObjectType('PasswordReset', {
  description:
    'A link by which somebody chooses a new password. It works once: one that an administrator made for 24 hours, one that was sent by e-mail for one; never once the account is disabled.',
})
export class PasswordResetType {
  @Field(() => UserType, { description: 'Whose password it is for.' })
  user!: UserType;

  @Field(() => DateTime, { description: 'When it ends at the latest.' })
  expiresAt!: Date;

  static of({ user, expiresAt }: { readonly user: User; readonly expiresAt: Date }): PasswordResetType {
    return { user: UserType.of(user), expiresAt };
  }
}

@ObjectType({ description: 'The new password counts; nobody is signed in by it.' })
export class ResetPasswordPayload {
  @Field(() => UserType, { description: 'Who can sign in with it now.' })
  user!: UserType;
}
