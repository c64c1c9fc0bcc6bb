import type { LoggedEvent } from '#server/log/index.js';
import type { LogPart } from '#server/feed/tail.js';

export interface MemoryPart {
  readonly part: LogPart;
  /** How often it was read. */
  readonly reads: () => number;
}

/** A feed's part of a log that is a list of positions, which may grow; `onNothing` runs when there was nothing to read. */
export function partOf(log: readonly number[], onNothing: () => void = () => undefined): MemoryPart {
  let reads = 0;
  const found = (isFound: (position: number, seq: number) => boolean): LoggedEvent[] => {
    reads += 1;
    const events = log.flatMap((position, index) => (isFound(position, index + 1) ? eventAt(position, index + 1) : []));
    if (events.length === 0) onNothing();
    return events;
  };
  return {
    reads: () => reads,
    part: {
      after: (after, limit) => Promise.resolve(found((position) => position > after).slice(0, limit)),
      upTo: (upTo, limit) => Promise.resolve(found((position) => position <= upTo).slice(-limit)),
      page: (after, size) => {
        const before = log.findLastIndex((position) => position <= after) + 1;
        return Promise.resolve(found((_, seq) => seq >= before - (before % size)).slice(0, size + 1));
      },
      ordinalOf: ({ seq }) => seq ?? 0,
    },
  };
}

/** The same where events are counted by position, as in the feed of all rooms. */
export function countedByPosition(log: readonly number[]): MemoryPart {
  const { part, reads } = partOf(log);
  return {
    reads,
    part: {
      ...part,
      page: async (after, size) => part.after(after - (after % size) - 1, size + 1),
      ordinalOf: ({ position }) => position,
    },
  };
}

export function eventAt(position: number, seq = position, about: Partial<LoggedEvent> = {}): LoggedEvent {
  const id = String(position);
  const whose = { roomId: '', personId: null, seq, actorId: null };
  return { position, id, ...whose, type: 'MessageSent', subjectId: '', particulars: null, at: new Date(0), ...about };
}

export function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
