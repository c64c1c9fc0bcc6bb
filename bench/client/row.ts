/** A figure of the client, and what was wanted of it. */
export interface Row {
  readonly section: string;
  readonly name: string;
  readonly figure: number;
  readonly unit: '' | 'kB' | 'ms';
  /** At most; undefined where nothing was promised. */
  readonly wanted?: number;
}

/** Whom to be, and where. */
export interface Place {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}
