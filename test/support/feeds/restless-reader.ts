import { type FeedAnswer, type FeedItem, itemOf } from './feed.js';
import type { Feed } from './follower.js';
import type { Person } from '../people/person.js';
import type { Progress } from '../chance/progress.js';

/** Reads so many items, and then hangs up, or does not read on before so much more was written. */
export interface Turn {
  readonly items: number;
  readonly then: 'cut' | 'pause';
  readonly writes: number;
}

/** What came over one socket. */
export interface Visit {
  readonly isResumed: boolean;
  readonly items: FeedItem[];
}

/**
 * Follows a feed as a client must, whatever the turns do to the line: handles an item, keeps its cursor, goes on from there.
 * Without a position to start from it starts with what is live. Gives back all visits, when an item is the last.
 */
export async function readRestlessly(
  reader: Person,
  { query, variables }: Feed,
  start: string | undefined,
  turns: readonly Turn[],
  writing: Progress,
  isLast: (item: FeedItem) => boolean,
): Promise<Visit[]> {
  const left = [...turns];
  const visits: Visit[] = [];
  let after = start;
  for (;;) {
    const socket = await reader.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(query, { ...variables, after });
    const visit: Visit = { isResumed: after !== undefined, items: [] };
    visits.push(visit);
    for (let turn = left.shift(), isOpen = true; isOpen; turn = left.shift()) {
      for (let count = 0; count < (turn?.items ?? Infinity); count += 1) {
        const item = itemOf(await feed.next());
        visit.items.push(item);
        after = item.cursor;
        if (!isLast(item)) continue;
        socket.cut();
        return visits;
      }
      if (turn?.then === 'pause') {
        socket.pause();
        await writing.reaches(writing.done + turn.writes);
        socket.resume();
      } else {
        socket.cut();
        isOpen = false;
      }
    }
  }
}

type Phase = 'opening' | 'replaying' | 'live';

/** A visit opens live, or resumes with a replay; a replay, also one of somebody who fell behind, ends with CAUGHT_UP and nothing else. */
export function assertMarksInOrder({ isResumed, items }: Visit): void {
  let phase: Phase = isResumed ? 'replaying' : 'opening';
  for (const item of items) phase = phaseAfter(item, phase);
}

function phaseAfter({ event, mark, live }: FeedItem, phase: Phase): Phase {
  if (mark === 'OPENED' && live && phase === 'opening') return 'live';
  if (mark === 'CAUGHT_UP' && live && phase === 'replaying') return 'live';
  if (mark === 'QUIET' && live && phase === 'live') return 'live';
  if (event && live && phase === 'live') return 'live';
  if (event && !live && phase !== 'opening') return 'replaying';
  throw new Error(`While ${phase} came ${JSON.stringify({ event, mark, live })}.`);
}
