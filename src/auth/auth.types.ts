import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../graphql/index.js';
import { UserType } from '../users/index.js';

@ObjectType('Session', { description: 'The tokens of one sign-in.' })
export class SessionType {
  @Field({
    description:
      'A JWT of 15 minutes for `Authorization: Bearer …` and for connectionParams.authorization on the socket.',
  })
  accessToken!: string;

  @Field(() => DateTime, { description: 'When to refresh at the latest.' })
  accessTokenExpiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'For `refreshSession`. Null where the client asked for the cookie. Works once: write it down before you use the access token that came with it.',
  })
  refreshToken!: string | null;
}

@ObjectType({ description: 'Somebody who has just signed in.' })
export class LoginPayload {
  @Field(() => SessionType, {
    description: 'The tokens to use from now on: keep them, and refresh before they expire.',
  })
  session!: SessionType;

  @Field(() => UserType, { description: 'Who signed in.' })
  user!: UserType;
}

@ObjectType({ description: 'A new account, signed in.' })
export class RegisterPayload extends LoginPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The password that the server generated, shown this once; null where one was given.',
  })
  generatedPassword!: string | null;

  /** The room that an invitation led to. */
  invitedToRoomId!: string | null;
}

@ObjectType({ description: 'A guest who has just entered.' })
export class EnterAsGuestPayload extends LoginPayload {
  /** The room that an invitation led to. */
  invitedToRoomId!: string | null;
}

@ObjectType({ description: 'The next pair of tokens.' })
export class RefreshSessionPayload extends LoginPayload {}

@ObjectType({ description: 'Whoever asked is signed out now.' })
export class LogoutPayload {
  @Field({
    description: 'Always true, also where there was no session to end: what goes wrong is an error of the answer.',
  })
  ok!: boolean;
}

@ObjectType('Viewer', { description: 'Whoever is signed in, and what is theirs alone.' })
export class ViewerType {
  @Field(() => UserType, { description: 'The account.' })
  user!: UserType;
}
