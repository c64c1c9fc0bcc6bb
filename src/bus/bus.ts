/** Says that something new is in the log of a room. */
export interface LogHint {
  readonly roomId: string;
  readonly position: number;
}

/**
 * Carries hints from whoever wrote to the log to whoever reads it. A hint that is lost loses nothing: the log is the truth,
 * and readers look by themselves from time to time.
 */
export abstract class Bus {
  abstract publish(hint: LogHint): void;
  /** Listens until the returned function is called. */
  abstract listen(listener: (hint: LogHint) => void): () => void;
}
