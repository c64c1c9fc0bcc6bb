import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Bus, Changes } from '../bus/index.js';
import { Cursors, EventLog, type FeedScope } from '../log/index.js';
import { DeletedRooms } from '../rooms/index.js';
import { RoomsOfSubject } from './rooms-of-subject.js';
import { Stream } from './stream.js';

const TIDY_MILLISECONDS = 2500;

interface Followed {
  readonly stream: Stream;
  followers: number;
}

/** The streams that somebody follows now: one for each room, and one for all rooms together. */
@Injectable()
export class Streams implements OnModuleInit, OnModuleDestroy {
  private readonly followed = new Map<string, Followed>();
  private tidying: NodeJS.Timeout | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly cursors: Cursors,
    private readonly bus: Bus,
    private readonly changes: Changes,
    private readonly roomsOfSubject: RoomsOfSubject,
    private readonly deletedRooms: DeletedRooms,
  ) {}

  onModuleInit(): void {
    this.bus.listen((event) => {
      for (const key of [event.roomId ?? '', 'all']) this.followed.get(key)?.stream.hear(event).catch(readLater);
    });
    this.deletedRooms.listen((roomId) => this.followed.get(roomId)?.stream.end());
    this.tidying = setInterval(() => void this.tidy(), TIDY_MILLISECONDS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.tidying);
  }

  /** Follows a stream until `unfollow` is called; from then on it may be forgotten. */
  follow(scope: FeedScope): { stream: Stream; unfollow: () => void } {
    const key = scope === 'all' ? 'all' : scope.roomId;
    const followed = this.followed.get(key) ?? { stream: this.open(scope), followers: 0 };
    this.followed.set(key, followed);
    followed.followers += 1;
    return {
      stream: followed.stream,
      unfollow: () => {
        followed.followers -= 1;
        if (followed.followers === 0) this.followed.delete(key);
      },
    };
  }

  async tidy(): Promise<void> {
    await Promise.all([...this.followed.values()].map(({ stream }) => stream.tidy().catch(readLater)));
  }

  private open(scope: FeedScope): Stream {
    return new Stream(scope, this.log, this.cursors, this.changes, this.roomsOfSubject);
  }
}

/** The next hint or the next look at the log brings what could not be read now. */
function readLater(reason: unknown): void {
  new Logger('feed').warn(`New events could not be read yet: ${String(reason)}`);
}
