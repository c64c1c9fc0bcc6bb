import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../bus/index.js';
import { Cursors, EventLog, type FeedScope } from '../events/index.js';
import { type FeedStep, FeedSteps } from './feed-step.js';
import { Tail } from './tail.js';

interface Followed {
  readonly tail: Tail<FeedStep>;
  followers: number;
}

/** The tails that somebody follows now: one for each room, and one for all rooms together. */
@Injectable()
export class Tails implements OnModuleInit {
  private readonly followed = new Map<string, Followed>();

  constructor(
    private readonly log: EventLog,
    private readonly cursors: Cursors,
    private readonly bus: Bus,
  ) {}

  onModuleInit(): void {
    this.bus.listen(({ roomId }) => {
      for (const key of [roomId, 'all']) this.followed.get(key)?.tail.catchUp().catch(readLater);
    });
  }

  /** Follows a feed until `unfollow` is called; from then on it may be forgotten. */
  follow(scope: FeedScope): { tail: Tail<FeedStep>; unfollow: () => void } {
    const key = scope === 'all' ? 'all' : scope.roomId;
    const followed = this.followed.get(key) ?? { tail: this.open(scope), followers: 0 };
    this.followed.set(key, followed);
    followed.followers += 1;
    return {
      tail: followed.tail,
      unfollow: () => {
        followed.followers -= 1;
        if (followed.followers === 0) this.followed.delete(key);
      },
    };
  }

  private open(scope: FeedScope): Tail<FeedStep> {
    const readAfter = (position: number, limit: number) =>
      scope === 'all' ? this.log.allAfter(position, limit) : this.log.ofRoomAfter(scope.roomId, position, limit);
    return new Tail(this.log.head(), readAfter, new FeedSteps(this.cursors, scope).live);
  }
}

/** A reader that waits looks again by itself, and is told if that fails too; nobody stands behind a hint. */
function readLater(reason: unknown): void {
  new Logger('feed').warn(`New events could not be read yet: ${String(reason)}`);
}
