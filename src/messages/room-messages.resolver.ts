import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, GraphQLContext, Viewer } from '../caller/index.js';
import { AtMost, Cursor, DateTime, SameForReaders, ViewerDependent } from '../graphql/index.js';
import type { LoggedEvent } from '../log/index.js';
import { MemberEventType, RoomAccess, RoomChanged, RoomType } from '../rooms/index.js';
import { MEMBER_EVENTS_PER_MESSAGE, MessageHistory, ROOM_CHANGES_PER_MESSAGE, timelineOf } from './message-history.js';
import { MessageConnection } from './message.type.js';

const PAGE_SIZE = '1 to 100.';

@Resolver(() => RoomType)
export class RoomMessagesResolver {
  constructor(
    private readonly history: MessageHistory,
    private readonly access: RoomAccess,
  ) {}

  @ResolveField('messages', () => MessageConnection, {
    nullable: true,
    description:
      "The room's messages, oldest first within a page; those of its threads are not among them. `last` with `before` pages back through history, `first` with `after` forward; none given means `last: 50`.",
  })
  @ViewerDependent()
  @SameForReaders()
  async pageOfMessages(
    @Parent() room: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
    @Args('first', { type: () => Int, nullable: true, description: '1 to 100.' }) first: number | null | undefined,
    @Args('after', {
      type: () => Cursor,
      nullable: true,
      description:
        "Only messages newer than this place, a cursor of this room's messages (else BAD_CURSOR). Without `first`, 50 of them; with `last` or `before` it is BAD_USER_INPUT.",
    })
    after: string | null | undefined,
    @Args('last', { type: () => Int, nullable: true, description: '1 to 100.' }) last: number | null | undefined,
    @Args('before', {
      type: () => Cursor,
      nullable: true,
      description:
        "Only messages older than this place, a cursor of this room's messages (else BAD_CURSOR). Without `last`, 50 of them; with `first` or `after` it is BAD_USER_INPUT.",
    })
    before: string | null | undefined,
  ): Promise<MessageConnection | null> {
    return (await this.access.mayRead(context, viewer, room.id))
      ? this.history.pageOf(context, timelineOf(room), { first, after, last, before })
      : null;
  }

  @ResolveField('messagesAround', () => MessageConnection, {
    nullable: true,
    description: `Around the message of this number, it in the middle: half of the page on each side, and more on one where the room ends on the other.
From there its cursors page on as those of \`messages\` do.`,
  })
  @ViewerDependent()
  async pageAroundMessage(
    @Parent() room: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
    @Args('number', {
      type: () => Int,
      description: "The message's; below 1 or above the newest, the nearest one there is.",
    })
    number: number,
    @Args('count', { type: () => Int, nullable: true, defaultValue: 50, description: PAGE_SIZE })
    count: number | null,
  ): Promise<MessageConnection | null> {
    return (await this.access.mayRead(context, viewer, room.id))
      ? this.history.pageAround(context, timelineOf(room), number, count ?? 50)
      : null;
  }

  @ResolveField('messagesAt', () => MessageConnection, {
    nullable: true,
    description: `Around the first message that was sent at this time or later, as \`messagesAround\` has it; where nothing was said since, the end of the room.`,
  })
  @ViewerDependent()
  async pageAtTime(
    @Parent() room: RoomType,
    @Context() context: GraphQLContext,
    @Viewer() viewer: Actor | null,
    @Args('time', { type: () => DateTime, description: 'By the clock of the server.' }) time: Date,
    @Args('count', { type: () => Int, nullable: true, defaultValue: 50, description: PAGE_SIZE })
    count: number | null,
  ): Promise<MessageConnection | null> {
    return (await this.access.mayRead(context, viewer, room.id))
      ? this.history.pageAt(context, timelineOf(room), time, count ?? 50)
      : null;
  }
}

@Resolver(() => MessageConnection)
export class EventsAroundMessagesResolver {
  constructor(private readonly history: MessageHistory) {}

  @ResolveField(() => [MemberEventType], {
    description: `Who came and went around these messages: after the message before the page, and before the one after it; oldest first, the
newest four for each message that was asked for.
Their \`seq\` and that of the messages are one order. None in a list that is no room's timeline, such as its pins.`,
  })
  @AtMost(MEMBER_EVENTS_PER_MESSAGE)
  memberEvents(@Parent() { range }: MessageConnection, @Context() scope: object): Promise<LoggedEvent[]> | [] {
    return range ? this.history.memberEventsAround(scope, range) : [];
  }

  @ResolveField(() => [RoomChanged], {
    description:
      'How the room itself changed around these messages, in the same way; the newest one for each message that was asked for.',
  })
  @AtMost(ROOM_CHANGES_PER_MESSAGE)
  roomChanges(@Parent() { range }: MessageConnection, @Context() scope: object): Promise<LoggedEvent[]> | [] {
    return range ? this.history.roomChangesAround(scope, range) : [];
  }
}
