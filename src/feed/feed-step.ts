import type { LogPosition } from '../common/index.js';
import { Cursors, type FeedScope, type LoggedEvent } from '../events/index.js';
import { type FeedItemType, FeedMark } from './feed-item.type.js';

/** A feed item and its place in the log. All who follow the same feed live get the same object. */
export interface FeedStep extends FeedItemType, LogPosition {
  /** The room that it is shown to the members of; none for a mark. */
  readonly roomId: string | null;
}

/** Makes the items of one feed. */
export class FeedSteps {
  constructor(
    private readonly cursors: Cursors,
    private readonly scope: FeedScope,
  ) {}

  live = (event: LoggedEvent): FeedStep => this.step(event, true);

  replayed = (event: LoggedEvent): FeedStep => this.step(event, false);

  mark(mark: FeedMark, { position, eventId }: LogPosition): FeedStep {
    return {
      cursor: this.cursors.ofFeed(this.scope, { position, eventId }),
      event: null,
      mark,
      live: true,
      position,
      eventId,
      roomId: null,
    };
  }

  private step(event: LoggedEvent, live: boolean): FeedStep {
    const place = { position: event.position, eventId: event.id };
    return { cursor: this.cursors.ofFeed(this.scope, place), event, mark: null, live, roomId: event.roomId, ...place };
  }
}
