import type { Contestant } from '../contestants/contestant.js';
import type { Meter } from '../measure/meter.js';

/** What one run of one server gave, by the name of the measure. */
export type Measures = Readonly<Record<string, number>>;

export interface Work {
  readonly name: string;
  readonly contestants: readonly Contestant[];
  /** Who takes part where there is a minute for everything; all of them where nothing is said. */
  readonly contestantsOfQuick?: readonly Contestant[];
  readonly rows: readonly Row[];
  /** What is drawn, and not compared. */
  readonly isRunOnce?: true;
  run(contestant: Contestant, circumstances: Circumstances): Promise<Measures>;
}

export interface Circumstances {
  readonly meter: Meter;
  /** The first where everything is measured in full, the second where there is a minute. */
  readonly amount: (full: number, quick: number) => number;
}

export type Column =
  'raw' | 'raw synced' | 'batched' | 'batched synced' | 'Socket.IO' | 'Mercurius' | 'textbook' | 'ours';

/** A row of the table. */
export interface Row {
  readonly title: string;
  readonly measure: string;
  /** Which contestant stands in a column; the one of the column's name where nothing is said, and nobody where it is null. */
  readonly columns?: Partial<Record<Column, string | null>>;
  /** What ours is a multiple of; raw where nothing is said. */
  readonly comparedWith?: 'raw synced';
  readonly wanted?: Wanted;
}

/** The columns of a row about one kind of our clients: the same work of the others stands a row above. */
export function besideRaw(ours: Contestant): NonNullable<Row['columns']> {
  return { ours: ours.name, batched: null, 'Socket.IO': null, Mercurius: null, textbook: null };
}

export interface Wanted {
  readonly bound: 'at most' | 'at least';
  readonly value: number;
  /** Whether the value is a multiple of what ours is compared with. */
  readonly timesRaw?: boolean;
}
