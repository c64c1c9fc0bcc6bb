import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'The old password and the new one.' })
export class ChangePasswordInput {
  @Field({ description: 'The current password; a wrong one is BAD_USER_INPUT. Case matters.' })
  currentPassword!: string;

  @Field({
    description: '8 to 256 characters, compared in NFC; not the username, and none of those that are guessed first.',
  })
  newPassword!: string;
}

@InputType({ description: 'Which session.' })
export class RevokeSessionInput {
  @Field(() => ID, { description: "One of `viewer.sessions`, this one included. NOT_FOUND for anybody else's." })
  sessionId!: string;
}
