import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../caller/index.js';
import { Limited } from '../graphql/index.js';
import { UserDeletionService } from './user-deletion.service.js';
import { DeleteUserInput, DeleteUserPayload } from './user-deletion.types.js';

@Resolver()
export class UserDeletionResolver {
  constructor(private readonly service: UserDeletionService) {}

  @Mutation(() => DeleteUserPayload, {
    description: `Deletes somebody's account for good, as \`deleteAccount\` does their own. For administrators, FORBIDDEN to everybody else, and for one's own account: \`deleteAccount\` asks for its password.
For an account that somebody may want back there is no way back.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async deleteUser(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whose, and whether their messages go.' }) input: DeleteUserInput,
  ): Promise<DeleteUserPayload> {
    return { user: await this.service.deleteUser(viewer, input) };
  }
}
