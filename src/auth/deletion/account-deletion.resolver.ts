import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, GraphQLContext, Viewer } from '../../caller/index.js';
import { Limited } from '../../graphql/index.js';
import { AccountDeletionService } from './account-deletion.service.js';
import { DeleteAccountInput, DeleteAccountPayload } from './account-deletion.types.js';

@Resolver()
export class AccountDeletionResolver {
  constructor(private readonly service: AccountDeletionService) {}

  @Mutation(() => DeleteAccountPayload, {
    description: `Deletes the viewer's account for good. All of their sessions end at once (sockets close with 4401); their profile, what they saved, and files that no message
shows go; they leave all rooms, and those that they own pass on as when an owner leaves. What they have written stays under a name that says so, or goes too. Nobody else can take
the username. FORBIDDEN for a guest, whose stay ends with \`logout\`; CONFLICT for the last administrator.`,
  })
  @Limited({ per: 'account', points: 10, seconds: 300 })
  async deleteAccount(
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The password, and whether the messages go.' }) input: DeleteAccountInput,
  ): Promise<DeleteAccountPayload> {
    const { password, withMessages } = input;
    await this.service.deleteAccount(context, viewer, { password, withMessages: withMessages ?? false });
    return { ok: true };
  }
}
