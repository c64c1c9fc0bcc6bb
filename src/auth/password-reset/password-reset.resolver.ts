import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { GraphQLContext } from '../../caller/index.js';
import { Limited } from '../../graphql/index.js';
import { Visitors } from '../visitors.decorator.js';
import { ResetPasswordInput } from './password-reset.inputs.js';
import { PasswordResetService } from './password-reset.service.js';
import { PasswordResetType, ResetPasswordPayload } from './password-reset.types.js';

@Resolver()
@Visitors()
export class PasswordResetResolver {
  constructor(private readonly service: PasswordResetService) {}

  @Query(() => PasswordResetType, {
    nullable: true,
    description:
      'Whose password a link is for; also for visitors. Null for one that was used, replaced by a newer one, or is past its time, and where the account is disabled.',
  })
  passwordReset(
    @Context() context: GraphQLContext,
    @Args('token', { description: 'The last part of the link; a text that no link has is no error.' }) token: string,
  ): Promise<PasswordResetType | null> {
    return this.service.passwordReset(context, token);
  }

  @Mutation(() => ResetPasswordPayload, {
    description: `Sets a new password by a link that an administrator made (createPasswordReset) or that was sent by e-mail (requestPasswordReset), which is used up by that, with all others of the
account. All sessions of the account end, with their tokens and live sockets (4401); whoever follows it signs in with \`login\` after that.`,
  })
  @Limited({ per: 'address', points: 20, seconds: 600 })
  async resetPassword(
    @Context() context: GraphQLContext,
    @Args('input', {
      description: 'The link and the new password. The one at fault is named in `extensions.field`.',
    })
    input: ResetPasswordInput,
  ): Promise<ResetPasswordPayload> {
    return { user: await this.service.resetPassword(context, input) };
  }
}
