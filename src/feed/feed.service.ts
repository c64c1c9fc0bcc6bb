import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Cursors, EventLog, type FeedScope, type LoggedEvent, type LogPosition, placeOf } from '../log/index.js';
import { isForToken } from '../bots/index.js';
import { pageSize } from '../graphql/index.js';
import { cutFor } from './bot-reader.js';
import { PresenceService } from '../presence/index.js';
import { MembershipPeriods, RoomAccess } from '../rooms/index.js';
import { Feed } from './feed.js';
import { FeedMark } from './feed-item.type.js';
import { type FeedStep, FeedSteps } from './feed-step.js';
import { PersonFeeds } from './person-feeds.js';
import type { Reader } from './reader.js';
import { RoomReader } from './room-reader.js';
import { Streams } from './streams.js';

/** Of what a bot sees, for one page: its token may pass over most of it. */
export const MAX_LOOKED_AT = 10_000;
const READ_AT_ONCE = 500;

/** What of the log somebody reads a page of, and how. */
interface FeedPart {
  readonly scope: FeedScope;
  readonly readAfter: (place: LogPosition, limit: number) => Promise<readonly LoggedEvent[]>;
}

/** What was found for a page. */
interface Found {
  readonly events: readonly LoggedEvent[];
  /** Where it was given up, after much had been looked at: there may be more behind this place. */
  readonly givenUpAt: LogPosition | null;
}

@Injectable()
export class FeedService {
  constructor(
    private readonly log: EventLog,
    private readonly cursors: Cursors,
    private readonly streams: Streams,
    private readonly access: RoomAccess,
    private readonly membershipPeriods: MembershipPeriods,
    private readonly presence: PresenceService,
    private readonly personFeeds: PersonFeeds,
  ) {}

  async roomEvents(actor: Actor, roomId: string, after: string | null | undefined): Promise<Feed> {
    await this.access.assertMember(actor, roomId);
    const readerOf = async (): Promise<Reader> =>
      // Asked again once the position is known: whoever goes in between would never meet the event that ends their feed.
      cutFor(actor, new RoomReader(await this.membershipPeriods.current(actor, roomId)));
    return this.open({ roomId }, readerOf, after, () => this.presence.enter(roomId, actor.userId));
  }

  async events(actor: Actor, after: string | null | undefined): Promise<Feed> {
    const readerOf = () => Promise.resolve(this.personFeeds.readerOf(actor));
    return this.open('all', readerOf, after, () => () => undefined);
  }

  /** One page of what a subscription would replay. */
  async pageOfEvents(
    actor: Actor,
    page: { after: string; first: number; roomId: string | null | undefined },
  ): Promise<FeedStep[]> {
    const limit = pageSize('first', page.first);
    const { scope, readAfter } = await this.partOf(actor, page.roomId);
    const start = await this.cursors.positionInFeed(scope, page.after);
    const steps = new FeedSteps(this.cursors, scope);
    const head = this.log.head();
    const { events, givenUpAt } = await seenAfter(actor, { readAfter, start, limit });
    const items = events.map(steps.replayed);
    if (items.length === limit) return items;
    if (givenUpAt) return [...items, steps.mark(FeedMark.QUIET, givenUpAt, false)];
    const last = items.at(-1) ?? start;
    return [...items, steps.mark(FeedMark.CAUGHT_UP, head.position > last.position ? head : last)];
  }

  private async partOf(actor: Actor, roomId: string | null | undefined): Promise<FeedPart> {
    if (roomId == null)
      return {
        scope: 'all',
        readAfter: (place, limit) => this.membershipPeriods.eventsFor(actor.userId, place, limit),
      };
    await this.membershipPeriods.current(actor, roomId);
    return { scope: { roomId }, readAfter: ({ position }, limit) => this.log.ofRoomAfter(roomId, position, limit) };
  }

  private async open(
    scope: FeedScope,
    readerOf: () => Promise<Reader>,
    after: string | null | undefined,
    enter: () => () => void,
  ): Promise<Feed> {
    // Followed before the position is looked at, so that the tail hears of whatever comes after it.
    const { stream, unfollow } = this.streams.follow(scope);
    try {
      const start = await this.startOf(scope, after);
      const reader = await readerOf();
      return new Feed({ stream, reader, start, isResumed: after != null, enter, release: unfollow });
    } catch (error) {
      unfollow();
      throw error;
    }
  }

  private async startOf(scope: FeedScope, after: string | null | undefined): Promise<LogPosition> {
    return after == null ? this.log.head() : this.cursors.positionInFeed(scope, after);
  }
}

/** A page of what is for a bot's token; people get all of it. */
async function seenAfter(
  { bot }: Actor,
  { readAfter, start, limit }: Pick<FeedPart, 'readAfter'> & { readonly start: LogPosition; readonly limit: number },
): Promise<Found> {
  if (!bot) return { events: await readAfter(start, limit), givenUpAt: null };
  const seen: LoggedEvent[] = [];
  let place = start;
  for (let lookedAt = 0; lookedAt < MAX_LOOKED_AT; lookedAt += READ_AT_ONCE) {
    const events = await readAfter(place, READ_AT_ONCE);
    seen.push(...events.filter((event) => isForToken(bot, event)));
    const last = events.at(-1);
    if (!last || events.length < READ_AT_ONCE || seen.length >= limit)
      return { events: seen.slice(0, limit), givenUpAt: null };
    place = placeOf(last);
    // Others want their turn.
    await setImmediate();
  }
  return { events: seen, givenUpAt: place };
}
