import { Injectable } from '@nestjs/common';
import { type Actor, closable, pageSize } from '../common/index.js';
import { Cursors, EventLog, type FeedScope } from '../events/index.js';
import { PresenceService } from '../presence/index.js';
import { Stays } from '../rooms/index.js';
import { FeedMark } from './feed-item.type.js';
import { type FeedStep, FeedSteps } from './feed-step.js';
import { follow, QUIET_AFTER_MILLISECONDS } from './follow.js';
import { PersonReader } from './person-reader.js';
import type { Reader } from './reader.js';
import { RoomReader } from './room-reader.js';
import { Tails } from './tails.js';

export type Feed = AsyncGenerator<FeedStep, void, void>;

@Injectable()
export class FeedService {
  constructor(
    private readonly log: EventLog,
    private readonly cursors: Cursors,
    private readonly tails: Tails,
    private readonly stays: Stays,
    private readonly presence: PresenceService,
  ) {}

  async roomEvents(actor: Actor, roomId: string, after: string | null | undefined): Promise<Feed> {
    await this.stays.current(actor, roomId);
    // Asked again once the position is known: whoever goes in between would never meet the event that ends their feed.
    const reader = async () => new RoomReader(this.log, await this.stays.current(actor, roomId));
    return this.open({ roomId }, reader, after, () => this.presence.enter(roomId, actor.userId));
  }

  async events(actor: Actor, after: string | null | undefined): Promise<Feed> {
    const reader = () => Promise.resolve(new PersonReader(this.stays, actor.userId));
    return this.open('all', reader, after, () => () => undefined);
  }

  /** One page of what a subscription would replay. */
  async pageOfEvents(
    actor: Actor,
    page: { after: string; first: number; roomId: string | null | undefined },
  ): Promise<FeedStep[]> {
    const limit = pageSize('first', page.first);
    const { scope, reader } = await this.scopeOf(actor, page.roomId);
    const start = await this.cursors.positionInFeed(scope, page.after);
    const steps = new FeedSteps(this.cursors, scope);
    const head = this.log.head();
    const events = await reader.readAfter(start, limit);
    const items = events.map(steps.replayed);
    if (items.length === limit) return items;
    const last = items.at(-1) ?? start;
    return [...items, steps.mark(FeedMark.CAUGHT_UP, head.position > last.position ? head : last)];
  }

  private async scopeOf(
    actor: Actor,
    roomId: string | null | undefined,
  ): Promise<{ scope: FeedScope; reader: Reader }> {
    if (roomId == null) return { scope: 'all', reader: new PersonReader(this.stays, actor.userId) };
    return { scope: { roomId }, reader: new RoomReader(this.log, await this.stays.current(actor, roomId)) };
  }

  private async open(
    scope: FeedScope,
    readerHere: () => Promise<Reader>,
    after: string | null | undefined,
    enter: () => () => void,
  ): Promise<Feed> {
    // Followed before the position is looked at, so that the tail holds whatever comes after the replay.
    const { tail, unfollow } = this.tails.follow(scope);
    try {
      const start = after == null ? this.log.head() : await this.cursors.positionInFeed(scope, after);
      const steps = new FeedSteps(this.cursors, scope);
      const feed = { log: this.log, tail, steps, reader: await readerHere(), quietAfter: QUIET_AFTER_MILLISECONDS };
      return closable((closed) => entered(follow(feed, start, after != null, closed), enter, unfollow), unfollow);
    } catch (error) {
      unfollow();
      throw error;
    }
  }
}

/** Keeps the reader present while the feed is open. */
async function* entered(feed: Feed, enter: () => () => void, unfollow: () => void): Feed {
  const leave = enter();
  try {
    yield* feed;
  } finally {
    leave();
    unfollow();
  }
}
