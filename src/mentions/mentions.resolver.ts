import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../auth/index.js';
import { type Actor, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, AtMost, Cursor, LooksThrough } from '../graphql/index.js';
import { MessageConnection, MessageType } from '../messages/index.js';
import { UserType } from '../users/index.js';
import { MAX_MENTIONS } from './mentions.policy.js';
import { ShownMentions } from './shown-mentions.js';

@Resolver(() => MessageType)
export class MessageMentionsResolver {
  constructor(private readonly shown: ShownMentions) {}

  @ResolveField('mentions', () => [UserType], {
    description: `Whom it names by \`@username\`, as found when it was sent or last edited: up to 20 people, whether they are in the room or not. Not in code, in quotes or in
addresses; none once the message is deleted. In a thread those of them who are in the room follow it from then on.`,
  })
  @AtMost(MAX_MENTIONS)
  peopleNamed(@Parent() message: MessageType, @Context() scope: object): Promise<UserType[]> {
    return this.shown.peopleIn(scope, message);
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether it names everybody in the room by `@room`. The owner and moderators may, others in rooms of up to 50 members; where they may not, and in threads, it is a word.',
  })
  mentionsRoom(@Parent() message: MessageType, @Context() scope: object): Promise<boolean> {
    return this.shown.isRoomNamedIn(scope, message);
  }
}

@Resolver(() => ViewerType)
export class ActivityResolver {
  constructor(private readonly shown: ShownMentions) {}

  @ResolveField('activity', () => MessageConnection, {
    description:
      'Messages of others that mention the viewer, that answer theirs, or that stand in threads they follow, newest first, of the rooms that they are in now; none that are deleted, and none of people whom they block.',
  })
  @LooksThrough()
  pageOfActivity(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<MessageConnection> {
    return this.shown.activityOf(scope, viewer, { first: first ?? 25, after });
  }
}
