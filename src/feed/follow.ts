import type { LogPosition } from '../common/index.js';
import type { EventLog } from '../events/index.js';
import { FeedMark } from './feed-item.type.js';
import type { FeedStep, FeedSteps } from './feed-step.js';
import type { Reader } from './reader.js';
import type { Tail } from './tail.js';

const REPLAYED_AT_ONCE = 100;
/** The contract promises a sign of life within 30 seconds. */
export const QUIET_AFTER_MILLISECONDS = 25_000;

export interface Followed {
  readonly log: EventLog;
  readonly tail: Tail<FeedStep>;
  readonly steps: FeedSteps;
  readonly reader: Reader;
  /** How long nothing may be delivered before a mark says that this is no fault, in milliseconds. */
  readonly quietAfter: number;
}

/**
 * One reader's way through a feed: from the log while there is something older, then from the tail. The reader's place is
 * a position in the one order of the log, and each source gives what comes after it; so there is no gap between the two, and
 * no overlap. Nothing is read ahead: a reader that does not take does not cost.
 */
export async function* follow(
  feed: Followed,
  start: LogPosition,
  replay: boolean,
  closed: AbortSignal,
): AsyncGenerator<FeedStep, void, void> {
  let place = start;
  let caughtUp = !replay;
  let quietAt = 0;
  if (caughtUp) {
    await feed.reader.standAt(place);
    yield feed.steps.mark(FeedMark.OPENED, place);
    quietAt = performance.now() + feed.quietAfter;
  }
  while (!closed.aborted) {
    const newest = caughtUp ? feed.tail.after(place.position) : undefined;
    if (!newest) {
      for await (const step of fromLog(feed, place, closed)) {
        yield step;
        if (feed.reader.endsWith(step)) return;
        place = placeOf(step);
      }
      caughtUp = true;
      quietAt = performance.now() + feed.quietAfter;
      await feed.reader.standAt(place);
    } else if (performance.now() >= quietAt) {
      // Also while much happens that this reader does not see: their cursor moves over it.
      yield feed.steps.mark(FeedMark.QUIET, place);
      quietAt = performance.now() + feed.quietAfter;
    } else if (newest.length > 0) {
      for (const step of newest) {
        place = placeOf(step);
        if (!feed.reader.sees(step)) continue;
        yield step;
        if (feed.reader.endsWith(step)) return;
        quietAt = performance.now() + feed.quietAfter;
      }
    } else {
      await somethingNew(feed, place, closed, quietAt - performance.now());
    }
  }
}

/** Everything older, in pages, and the mark that says that this was all. */
async function* fromLog(
  { log, steps, reader }: Followed,
  start: LogPosition,
  closed: AbortSignal,
): AsyncGenerator<FeedStep, void, void> {
  let place = start;
  while (!closed.aborted) {
    // Taken before the page is read: what the page does not hold of the log up to here is not for this reader.
    const head = log.head();
    const events = await reader.readAfter(place, REPLAYED_AT_ONCE);
    for (const step of events.map(steps.replayed)) {
      yield step;
      place = placeOf(step);
    }
    if (events.length < REPLAYED_AT_ONCE) {
      yield steps.mark(FeedMark.CAUGHT_UP, head.position > place.position ? head : place);
      return;
    }
  }
}

/** Waits for the tail to go on, for a while. */
async function somethingNew(
  { tail }: Followed,
  { position }: LogPosition,
  closed: AbortSignal,
  longest: number,
): Promise<void> {
  await tail.wait(closed, longest);
  // A hint may have been lost: the log is the truth.
  if (!closed.aborted && tail.after(position)?.length === 0) await tail.catchUp();
}

function placeOf({ position, eventId }: FeedStep): LogPosition {
  return { position, eventId };
}
