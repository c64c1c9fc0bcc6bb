import type { LoggedEvent, LogPosition } from '../log/index.js';

/** Whose events a reader may see: all that the stream has, or what concerns a person. */
export type Interest = 'everything' | PersonalInterest;

/** A person's own events, those of their rooms, and the house's. */
export interface PersonalInterest {
  readonly userId: string;
  readonly rooms: ReadonlySet<string>;
}

/** What one reader may see of a feed, and what ends it. */
export interface Reader {
  readonly interest: Interest;
  /** Prepares to judge what comes after this place. */
  standAt(place: LogPosition): Promise<void>;
  /** Whether the reader sees this event, where it is the next one. Asking changes nothing. */
  sees(event: LoggedEvent): boolean;
  /** Takes the reader past an event, whether they see it or not: called, in turn, at least for every event that begins or ends a membership. */
  movePast(event: LoggedEvent): void;
  /** Whether the feed is over once this event has been delivered: only what ends a membership ends one. */
  endsWith(event: LoggedEvent): boolean;
}
