import type { Type } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { EventType, LoggedEvent } from '../log/index.js';

/** Something that follows the log on its own: nobody calls it, and nobody waits for it. It has a durable place in the log. */
interface Follower {
  /** Names its place in the log, for ever: under another name it would begin again. */
  readonly name: string;
  /** The kinds of events that it does something about, which may be none for now; it goes past all others. */
  readonly kinds: readonly Type<EventType>[];
  /** Where it begins in a log that was there before it: a search index at its beginning, what needs no past at its end. */
  readonly begins: 'at the beginning' | 'at the end';
}

/** Does something about each event by itself. After a crash it goes on from its place, so that it may meet an event twice, and never misses one. */
export interface Reactor extends Follower {
  /** Does its work for one event. May be called again for the same event, and must do no harm then. */
  react(event: LoggedEvent): Promise<void>;
}

/** Does something about many events at once, where each by itself would cost too much: in one transaction with its place, so that it meets each once. */
export interface GatheringReactor extends Follower {
  /** So long it waits for more. */
  readonly gathersMilliseconds: number;
  reactToAll(tx: Transaction, events: readonly LoggedEvent[]): Promise<void>;
}
