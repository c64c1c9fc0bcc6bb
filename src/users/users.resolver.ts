import { Args, Query, Resolver } from '@nestjs/graphql';
import { Bots } from '../caller/index.js';
import { MAX_USERNAME_LENGTH } from '../rules/index.js';
import { textWithin } from '../text/index.js';
import { UserType } from './user.type.js';
import { UsersService } from './users.service.js';

@Resolver(() => UserType)
export class UsersResolver {
  constructor(private readonly users: UsersService) {}

  @Query(() => UserType, {
    nullable: true,
    description:
      'Who has exactly this username, folded as for uniqueness; null where nobody has. For adding somebody to a room.',
  })
  @Bots('MEMBERS_WRITE')
  async userByUsername(
    @Args('username', { description: 'Up to 32 characters.' }) username: string,
  ): Promise<UserType | null> {
    const user = await this.users.findByUsername(
      textWithin('username', username, { min: 0, max: MAX_USERNAME_LENGTH }),
    );
    return user && UserType.of(user);
  }
}
