import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, GraphQLContext, Viewer } from '../caller/index.js';
import { Limited, SignsIn } from '../graphql/index.js';
import { EnterAsGuestInput, LoginInput, RefreshSessionInput, RegisterInput } from './auth.inputs.js';
import { RegistrationService } from './account/registration.service.js';
import { AuthService } from './auth.service.js';
import {
  EnterAsGuestPayload,
  LoginPayload,
  LogoutPayload,
  RefreshSessionPayload,
  RegisterPayload,
  ViewerType,
} from './auth.types.js';
import { CurrentSessionService } from './sessions/current-session.service.js';
import { Visitors } from './visitors.decorator.js';

@Resolver()
@Visitors()
export class AuthResolver {
  constructor(
    private readonly auth: AuthService,
    private readonly registration: RegistrationService,
    private readonly session: CurrentSessionService,
  ) {}

  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null for a visitor.' })
  @Bots()
  viewer(@Viewer() viewer: Actor | null): Promise<ViewerType | null> {
    return this.auth.viewer(viewer);
  }

  @Mutation(() => RegisterPayload, {
    description: `Creates an account and signs it in. Without a password the server generates one of at least 96 bits and returns it, this once:
give a nonce, so that it can be asked for again where the answer was lost. A taken username is CONFLICT.`,
  })
  @Limited({ per: 'address', points: 20, seconds: 600 })
  @SignsIn()
  register(
    @Context() context: GraphQLContext,
    @Args('input', {
      description:
        'Who registers, and how the tokens are to be given back. A value out of its bounds is BAD_USER_INPUT and named in `extensions.field`.',
    })
    input: RegisterInput,
  ): Promise<RegisterPayload> {
    return this.registration.register(context, input);
  }

  @Mutation(() => LoginPayload, {
    description:
      'Signs in. A wrong password and an unknown username are answered alike: UNAUTHENTICATED, in the same time.',
  })
  @SignsIn()
  login(
    @Context() context: GraphQLContext,
    @Args('input', { description: 'The credentials, and how the tokens are to be given back.' }) input: LoginInput,
  ): Promise<LoginPayload> {
    return this.auth.login(context, input);
  }

  @Mutation(() => EnterAsGuestPayload, {
    description: `Enters with only a nickname, where the server allows guests (it does by default). A guest sees and makes public rooms only. The server
makes the username (guest-…); a nickname that folds to somebody's username or display name is CONFLICT. Where a guest of that name has been away without
signing out for two minutes or more, the newcomer gets the name with a number, as in "Ada (2)", in \`displayName\`. A guest ends with the session, or
30 days after its last use: memberships end with MemberLeft, messages and their author stay.`,
  })
  @Limited({ per: 'address', points: 30, seconds: 600 })
  @SignsIn()
  enterAsGuest(
    @Context() context: GraphQLContext,
    @Args('input', {
      description:
        'The nickname, and how the tokens are to be given back. FORBIDDEN where the server does not accept guests.',
    })
    input: EnterAsGuestInput,
  ): Promise<EnterAsGuestPayload> {
    return this.auth.enterAsGuest(context, input);
  }

  @Mutation(() => RefreshSessionPayload, {
    description: `Exchanges a refresh token (from the argument, else the cookie) for a new pair, returned the way the old one came. Each works once. Sent
again, it gives the same new pair for 10 seconds, and after that as long as the new pair is unused (two tabs, a lost answer, a program that died before it
wrote down), with another access token where that has expired; otherwise it ends the session.`,
  })
  @SignsIn()
  refreshSession(
    @Context() context: GraphQLContext,
    @Args('input', {
      type: () => RefreshSessionInput,
      nullable: true,
      description:
        'Left out where the cookie holds the refresh token. UNAUTHENTICATED with the reason SESSION_ENDED where its session is over, and TOKEN_INVALID where it was never issued.',
    })
    input: RefreshSessionInput | null | undefined,
  ): Promise<RefreshSessionPayload> {
    return this.session.refreshSession(context, input);
  }

  @Mutation(() => LogoutPayload, {
    description: `Ends the session of this access token or refresh cookie: its tokens stop working at once, its cookies are cleared, its live sockets close.
Without a session it is no error.`,
  })
  @SignsIn()
  async logout(@Context() context: GraphQLContext): Promise<LogoutPayload> {
    await this.session.logout(context);
    return { ok: true };
  }
}
