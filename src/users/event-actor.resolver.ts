import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EventType } from '../log/index.js';
import { UserType } from './user.type.js';
import { UsersService } from './users.service.js';

/** Who did it: the same for every kind of event. */
@Resolver(() => EventType)
export class EventActorResolver {
  constructor(private readonly users: UsersService) {}

  @ResolveField('actor', () => UserType, {
    nullable: true,
    description: 'Who did it; null where the server itself acted.',
  })
  async actor(@Parent() event: EventType, @Context() scope: object): Promise<UserType | null> {
    return event.actorId === null ? null : UserType.of(await this.users.get(scope, event.actorId));
  }
}
