import type { SavedMessage, ThreadReading } from '../core/graphql/model';
import type { MessageList } from './message-list';

/**
 * What may concern the viewer, the newest first. Of each message that is shown, `reasonOf` says why; of others in threads it is not known yet, or it
 * changes: whoever follows a thread again finds what was said meanwhile.
 */
export interface ActivityList extends MessageList<SavedMessage> {
  /** The threads that the viewer follows and whose messages are all here, as far as the list goes. */
  readonly threads: ReadonlySet<string>;
  /** The events by which the viewer has come into rooms since it was read. */
  readonly joins: ReadonlySet<string>;
}

export interface ActivityPage extends MessageList<SavedMessage> {
  /** What the threads are to the viewer in which some of them stand. */
  readonly readings: readonly ThreadReading[];
}
