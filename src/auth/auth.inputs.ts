import { Field, InputType } from '@nestjs/graphql';

const COOKIE =
  '`true` puts the refresh token in an HttpOnly, SameSite=Strict cookie instead of the answer: browsers ask for this. Over HTTP only.';

@InputType({ description: 'A new account.' })
export class RegisterInput {
  @Field({ description: "2 to 32 characters: letters, digits, '.', '_' and '-' of any script." })
  username!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '8 to 256 characters, compared in NFC; not the username, and none of those that are guessed first. Without one the server generates one.',
  })
  password?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 64 characters; the username where it is left out.' })
  displayName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `22 to 64 characters that nobody can guess; a random UUID serves. Where the answer was lost, the same nonce and input give the account again within 15
minutes, with a new session and the same generated password. That ends when the account signs in by its password or refreshes a session. After that, and with
another input, it is CONFLICT.`,
  })
  nonce?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The `code` of an invitation, which is followed at once. NOT_FOUND where it is no longer valid. One that allows it makes an account also where registration is off.',
  })
  invitationCode?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: COOKIE })
  cookie?: boolean | null;
}

@InputType({ description: 'Who signs in.' })
export class LoginInput {
  @Field({ description: 'As it was registered; case does not matter.' })
  username!: string;

  @Field({ description: 'Case matters.' })
  password!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: COOKIE })
  cookie?: boolean | null;
}

@InputType({ description: 'Who enters as a guest.' })
export class EnterAsGuestInput {
  @Field({ description: 'A nickname has 1 to 32 characters.' })
  nickname!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The `code` of an invitation into a public room, which is followed at once. NOT_FOUND where it is no longer valid, FORBIDDEN for a private room.',
  })
  invitationCode?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: COOKIE })
  cookie?: boolean | null;
}

@InputType({ description: 'What is exchanged for new tokens.' })
export class RefreshSessionInput {
  @Field(() => String, { nullable: true, description: 'The refresh token; left out where the cookie holds it.' })
  refreshToken?: string | null;
}
