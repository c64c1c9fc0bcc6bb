import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Administrators } from './administrators.js';
import { UserType } from './user.type.js';
import { AdministratorChanged, UserChanged } from './users.events.js';
import { UsersService } from './users.service.js';

@Resolver(() => UserChanged)
export class UserChangedResolver {
  constructor(private readonly users: UsersService) {}

  @ResolveField(() => UserType, { description: 'Who changed, as they are now.' })
  async user(@Parent() { subjectId }: UserChanged, @Context() scope: object): Promise<UserType> {
    return UserType.of(await this.users.get(scope, subjectId));
  }
}

@Resolver(() => AdministratorChanged)
export class AdministratorChangedResolver {
  constructor(private readonly administrators: Administrators) {}

  @ResolveField(() => Boolean, { description: 'Whether they are one now.' })
  isAdministrator(@Parent() { personId: userId }: AdministratorChanged): Promise<boolean> {
    return this.administrators.has({ userId });
  }
}
