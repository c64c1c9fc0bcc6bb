import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, GraphQLContext, Viewer } from '../../caller/index.js';
import { AtMost, Limited } from '../../graphql/index.js';
import { ChangePasswordInput, RevokeSessionInput } from './account.inputs.js';
import { AccountService } from './account.service.js';
import {
  ChangePasswordPayload,
  LogoutEverywherePayload,
  RevokeSessionPayload,
  ViewerSessionType,
} from './account.types.js';
import { PasswordChange } from './password-change.js';
import { ViewerType } from '../auth.types.js';
import { MAX_SESSIONS } from '../sessions/sessions.service.js';

@Resolver(() => ViewerType)
export class AccountResolver {
  constructor(
    private readonly account: AccountService,
    private readonly passwordChange: PasswordChange,
  ) {}

  @ResolveField(() => [ViewerSessionType], {
    description: `Where the viewer is signed in: the sessions that have not ended, the one used last first, at most 100: signing in once more ends the one that
was used longest ago. End one with \`revokeSession\`, all of them with \`logoutEverywhere\`.`,
  })
  @AtMost(MAX_SESSIONS)
  sessions(@Viewer() viewer: Actor): Promise<ViewerSessionType[]> {
    return this.account.openSessions(viewer);
  }

  @Mutation(() => ChangePasswordPayload, {
    description: `Changes the viewer's password. All their other sessions end at once, with their tokens and live sockets (4401); this one goes on with new
tokens, given back the way it keeps them. A guest has none to change: FORBIDDEN.`,
  })
  @Limited({ per: 'account', points: 10, seconds: 300 })
  changePassword(
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor,
    @Args('input', {
      description:
        'The old password, which proves who asks, and the new one. The one at fault is named in `extensions.field`.',
    })
    input: ChangePasswordInput,
  ): Promise<ChangePasswordPayload> {
    return this.passwordChange.of(context, viewer, input);
  }

  @Mutation(() => RevokeSessionPayload, {
    description: `Ends one of the viewer's own sessions, as \`logout\` ends this one: its tokens stop working at once, its live sockets close with 4401. Twice is no
error.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async revokeSession(
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The session to end.' }) { sessionId }: RevokeSessionInput,
  ): Promise<RevokeSessionPayload> {
    await this.account.revokeSession(context, viewer, sessionId);
    return { ok: true };
  }

  @Mutation(() => LogoutEverywherePayload, {
    description: "Ends all of the viewer's sessions, this one included: for a lost phone, or a token that leaked.",
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async logoutEverywhere(
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor,
  ): Promise<LogoutEverywherePayload> {
    await this.account.logoutEverywhere(context, viewer);
    return { ok: true };
  }
}
