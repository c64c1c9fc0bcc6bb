export interface Wanted {
  readonly bound: '≤' | '≥';
  readonly value: number;
}

/** A figure of the client. */
export interface Row {
  readonly name: string;
  /** Left out where it could not be measured. */
  readonly figure?: number | undefined;
  readonly unit: '' | 'kB' | 'ms' | '×';
  /** Undefined where nothing was promised. */
  readonly wanted?: Wanted | undefined;
}

/** Rows of one kind, and what somebody would notice if these figures were bad. */
export interface Section {
  readonly title: string;
  readonly ifSlow: string;
  readonly rows: readonly Row[];
}

export function atMost(value: number): Wanted {
  return { bound: '≤', value };
}
