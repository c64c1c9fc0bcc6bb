import { Args, Context, ID, Int, Query, Resolver, Subscription } from '@nestjs/graphql';
import { type Actor, Bots, GraphQLContext, Viewer } from '../caller/index.js';
import { Cursor, LooksThrough, OpenedBy } from '../graphql/index.js';
import { CLOSE_CODES } from '../errors/index.js';
import { ROOM_OF_VIEWER } from '../rooms/index.js';
import { FeedItemType } from './feed-item.type.js';
import type { Feed } from './feed.js';
import type { FeedStep } from './feed-step.js';
import { FeedService, MAX_LOOKED_AT } from './feed.service.js';
import { startOf } from './sink.js';

@Resolver()
export class FeedResolver {
  constructor(private readonly feed: FeedService) {}

  @Query(() => [FeedItemType], {
    name: 'events',
    description: `The same feed as the subscriptions \`events\` and, with a \`roomId\`, \`roomEvents\`, a page at a time: for jobs that come and go.
\`first\` counts events. When there is nothing more, the page ends with a CAUGHT_UP mark, so it is never empty. For a bot it looks at up to ${MAX_LOOKED_AT.toLocaleString('en')} events:
where its token passes over most of them, the page ends with a QUIET mark, and there may be more after it.`,
  })
  @LooksThrough()
  @Bots('EVENTS_READ')
  pageOfEvents(
    @Viewer() viewer: Actor,
    @Args('after', {
      type: () => Cursor,
      description:
        'Where to go on: `cursor` of the last item handled, or `eventCursor` of the viewer or, with `roomId`, of that room. BAD_CURSOR for a position in another feed; CURSOR_EXPIRED where it can no longer be replayed from.',
    })
    after: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 100, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('roomId', {
      type: () => ID,
      nullable: true,
      description:
        'The one room to read, which the viewer is a member of (FORBIDDEN or NOT_FOUND otherwise); left out, all of their rooms.',
    })
    roomId: string | null | undefined,
  ): Promise<FeedItemType[]> {
    return this.feed.pageOfEvents(viewer, { after, first: first ?? 100, roomId });
  }

  @Subscription(() => FeedItemType, {
    resolve: (step: FeedStep) => step,
    description: `Everything that happens in one room, to its members, in one order that is the same for everybody, each event exactly once.
With \`after\`: first all that happened since that position, then live, with no gap between them. Without it: live from now.
A client that resumes with the last cursor it has handled misses nothing, whatever happened to it, the network or the server.
However many subscribers share an operation, it is executed once per event.
${CLOSE_CODES}`,
  })
  @Bots('EVENTS_READ')
  @OpenedBy('after')
  roomEvents(
    @Viewer() viewer: Actor,
    @Args('roomId', { type: () => ID, description: ROOM_OF_VIEWER }) roomId: string,
    @Args('after', {
      type: () => Cursor,
      nullable: true,
      description:
        'Where to resume: `cursor` of the last item handled, or `eventCursor` of this room. BAD_CURSOR for a position in another feed; CURSOR_EXPIRED where it can no longer be replayed from.',
    })
    after: string | null | undefined,
    @Context() context: GraphQLContext,
  ): Promise<Feed> {
    return this.feed.roomEvents(viewer, roomId, startOf(context, after));
  }

  @Subscription(() => FeedItemType, {
    resolve: (step: FeedStep) => step,
    description: `The same for every room that the viewer is a member of, in one order: the feed for integrations. From each room it has what happened from one's
own MemberJoined to one's own MemberLeft, both included; what happened before or between is not in this feed: on one's own MemberJoined, read the room.
${CLOSE_CODES}`,
  })
  @Bots('EVENTS_READ')
  @OpenedBy('after')
  events(
    @Viewer() viewer: Actor,
    @Args('after', {
      type: () => Cursor,
      nullable: true,
      description:
        'Where to resume: `cursor` of the last item handled, or `eventCursor` of the viewer; left out, live from now. BAD_CURSOR for a position in another feed; CURSOR_EXPIRED where it can no longer be replayed from.',
    })
    after: string | null | undefined,
    @Context() context: GraphQLContext,
  ): Promise<Feed> {
    return this.feed.events(viewer, startOf(context, after));
  }
}
