import { Args, Context, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../auth/index.js';
import { type Actor, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited } from '../graphql/index.js';
import { UserConnection } from '../users/index.js';
import { BlockedPeople } from './blocked-people.js';
import { BlockedUsersChanged } from './blocking.events.js';
import { BlockUserInput, UnblockUserInput } from './blocking.inputs.js';
import { BlockUserPayload, UnblockUserPayload } from './blocking.payloads.js';
import { BlockingService, MAX_BLOCKED } from './blocking.service.js';

@Resolver(() => ViewerType)
export class BlockingResolver {
  constructor(
    private readonly service: BlockingService,
    private readonly people: BlockedPeople,
  ) {}

  @Mutation(() => BlockUserPayload, {
    description: `Blocks somebody, who is told nothing. Their \`openDirectRoom\` with the viewer is FORBIDDEN, without a reason. In rooms that are, the feed stays the same, but nothing of theirs
counts as unread, stands in \`activity\` or notifies; clients fold it. Twice is no error; up to ${MAX_BLOCKED.toLocaleString('en')} people, CONFLICT beyond that.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async blockUser(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whom to block.' }) { userId }: BlockUserInput,
  ): Promise<BlockUserPayload> {
    return { user: await this.service.blockUser(viewer, userId) };
  }

  @Mutation(() => UnblockUserPayload, {
    description: 'Blocks somebody no more: what they have written since counts again where it is unread.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async unblockUser(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Whom to block no more.' }) { userId }: UnblockUserInput,
  ): Promise<UnblockUserPayload> {
    return { user: await this.service.unblockUser(viewer, userId) };
  }

  @ResolveField('blockedUsers', () => UserConnection, {
    description: 'Whom the viewer blocks, whoever was blocked last first. Nobody else sees it.',
  })
  pageOfBlocked(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<UserConnection> {
    return this.people.pageOf(scope, viewer, { first: first ?? 50, after });
  }
}

@Resolver(() => BlockedUsersChanged)
export class BlockedUsersChangedResolver {
  constructor(private readonly people: BlockedPeople) {}

  @ResolveField(() => ID, { description: 'Who was blocked, or is no more.' })
  userId(@Parent() { subjectId }: BlockedUsersChanged): string {
    return subjectId;
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether the viewer blocks them now: of an older event not what was so then, so that applying the newest is enough.',
  })
  isBlocked(
    @Parent() { personId: blockerId, subjectId: blockedId }: BlockedUsersChanged,
    @Context() scope: object,
  ): Promise<boolean> {
    return this.people.isBlocked(scope, { blockerId, blockedId });
  }
}
