import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../runtime/index.js';
import { UserStatusType } from './user-status.type.js';
import { UserType } from './user.type.js';

@Resolver(() => UserType)
export class UserStatusResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField('status', () => UserStatusType, {
    nullable: true,
    description: 'What they say that they are up to; null where they say nothing, or where it has ended.',
  })
  statusNow(@Parent() { givenStatus }: UserType): UserStatusType | null {
    const hasEnded = givenStatus?.until && givenStatus.until <= this.clock.now();
    return hasEnded ? null : givenStatus;
  }
}
