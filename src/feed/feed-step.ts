import { Cursors, type FeedScope, type LoggedEvent, type LogPosition, placeOf } from '../log/index.js';
import { type FeedItemType, FeedMark } from './feed-item.type.js';

/** A feed item and its place in the log. */
export interface FeedStep extends FeedItemType, LogPosition {}

/** Makes the items of one feed: of one event always the same object, so that what is made of it can be made once. */
export class FeedSteps {
  private readonly lives = new WeakMap<LoggedEvent, FeedStep>();
  private readonly replays = new WeakMap<LoggedEvent, FeedStep>();
  private readonly marks = new Map<FeedMark, FeedStep>();

  constructor(
    private readonly cursors: Cursors,
    private readonly scope: FeedScope,
  ) {}

  live = (event: LoggedEvent): FeedStep => this.only(this.lives, event, true);

  replayed = (event: LoggedEvent): FeedStep => this.only(this.replays, event, false);

  /** Many come to the same place one after the other: they get the same mark. */
  mark(mark: FeedMark, place: LogPosition, live = true): FeedStep {
    const latest = this.marks.get(mark);
    if (latest?.position === place.position && latest.live === live) return latest;
    const step = new Step(this.sealed, place, { event: null, mark, live });
    this.marks.set(mark, step);
    return step;
  }

  private only(steps: WeakMap<LoggedEvent, FeedStep>, event: LoggedEvent, live: boolean): FeedStep {
    const known = steps.get(event);
    if (known) return known;
    const step = new Step(this.sealed, placeOf(event), { event, mark: null, live });
    steps.set(event, step);
    return step;
  }

  private readonly sealed = (place: LogPosition): string => this.cursors.ofFeed(this.scope, place);
}

export function isFeedStep(root: object): root is FeedStep {
  return root instanceof Step;
}

class Step implements FeedStep {
  readonly position: number;
  readonly eventId: string;
  readonly event: LoggedEvent | null;
  readonly mark: FeedMark | null;
  readonly live: boolean;
  private sealedCursor: string | undefined;

  constructor(
    private readonly seal: (place: LogPosition) => string,
    { position, eventId }: LogPosition,
    { event, mark, live }: Pick<FeedStep, 'event' | 'mark' | 'live'>,
  ) {
    this.position = position;
    this.eventId = eventId;
    this.event = event;
    this.mark = mark;
    this.live = live;
  }

  /** Signed when it is first asked for: of most events most subscribers never ask. */
  get cursor(): string {
    return (this.sealedCursor ??= this.seal(this));
  }
}
