import type { LogPosition } from '../common/index.js';
import type { LoggedEvent } from '../events/index.js';
import type { FeedStep } from './feed-step.js';

/** What one reader may see of a feed, and what ends it. */
export interface Reader {
  /** The next events that the reader may see, from the log. */
  readAfter(place: LogPosition, limit: number): Promise<LoggedEvent[]>;
  /** Prepares to judge what comes after this place. */
  standAt(place: LogPosition): Promise<void>;
  /** Whether the reader sees this step; called for every step in turn. */
  sees(step: FeedStep): boolean;
  /** Whether the feed is over once this step has been delivered. */
  endsWith(step: FeedStep): boolean;
}
