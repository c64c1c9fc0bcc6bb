import type { LogPosition } from '../common/index.js';
import type { LoggedEvent } from '../log/index.js';

/** What one reader may see of a feed, and what ends it. */
export interface Reader {
  /** Prepares to judge what comes after this place. */
  standAt(place: LogPosition): Promise<void>;
  /** Whether the reader may see this event, should they come to it now. */
  maySee(event: LoggedEvent): boolean;
  /** Whether the reader sees this event; called for every event in turn. */
  sees(event: LoggedEvent): boolean;
  /** Whether the feed is over once this event has been delivered. */
  endsWith(event: LoggedEvent): boolean;
}
