import type { LogPosition } from '../log/index.js';
import type { FeedStep } from './feed-step.js';
import type { Reader } from './reader.js';
import type { Stream } from './stream.js';

interface Opening {
  readonly stream: Stream;
  readonly reader: Reader;
  readonly start: LogPosition;
  readonly isResumed: boolean;
  /** Called when the feed begins; gives what is to be called at its end. */
  readonly enter: () => () => void;
  /** Called at the end, also of a feed that never began. */
  readonly release: () => void;
}

/** What one subscriber has opened: whose eyes it is seen with, and where it starts. A `Follower` goes through it. */
export class Feed implements AsyncIterable<FeedStep> {
  readonly stream: Stream;
  readonly reader: Reader;
  readonly start: LogPosition;
  readonly isResumed: boolean;
  private leave: () => void = () => undefined;
  private hasEnded = false;

  constructor(private readonly opening: Opening) {
    this.stream = opening.stream;
    this.reader = opening.reader;
    this.start = opening.start;
    this.isResumed = opening.isResumed;
  }

  begin(): void {
    if (!this.hasEnded) this.leave = this.opening.enter();
  }

  end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.leave();
    this.opening.release();
  }

  /** GraphQL takes nothing else for a subscription's source; but one by one, each for itself, is what a feed is not read. */
  [Symbol.asyncIterator](): never {
    throw new Error('A feed is followed together with others, and not iterated.');
  }
}
