import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AFTER_IN_LIST, AtMost, Cursor, ViewerDependent } from '../graphql/index.js';
import { MessageType, MessageViewerState } from '../messages/index.js';
import { UserConnection } from '../users/index.js';
import { ReactionType } from './reaction.type.js';
import { MAX_EMOJI_ON_MESSAGE } from './reactions.policy.js';
import { ShownReactions } from './shown-reactions.js';

@Resolver(() => MessageType)
export class MessageReactionsResolver {
  constructor(private readonly reactions: ShownReactions) {}

  @ResolveField('reactions', () => [ReactionType], {
    description: 'In the order in which each emoji was first used; none once the message is deleted.',
  })
  @AtMost(MAX_EMOJI_ON_MESSAGE)
  reactionsTo(@Parent() { id }: MessageType, @Context() scope: object): Promise<ReactionType[]> {
    return this.reactions.to(scope, id);
  }
}

@Resolver(() => ReactionType)
export class ReactionUsersResolver {
  constructor(private readonly reactions: ShownReactions) {}

  @ResolveField('users', () => UserConnection, {
    description: 'Those who reacted with it, in the order in which they did.',
  })
  usersWho(
    @Parent() reaction: ReactionType,
    @Context() scope: object,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<UserConnection> {
    return this.reactions.peopleWho(scope, reaction, { first: first ?? 20, after });
  }
}

@Resolver(() => MessageViewerState)
export class ViewerReactionsResolver {
  constructor(private readonly reactions: ShownReactions) {}

  @ResolveField('reactions', () => [String], {
    description: 'The emoji that the viewer reacted with, in the order of `Message.reactions`.',
  })
  @AtMost(MAX_EMOJI_ON_MESSAGE)
  @ViewerDependent()
  usedBy(@Parent() place: MessageViewerState, @Context() scope: object): Promise<string[]> {
    return this.reactions.usedBy(scope, place);
  }
}
