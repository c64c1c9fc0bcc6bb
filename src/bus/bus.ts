/** Says that something new is in the log of a room: the event itself, as it is on disk. */
export interface LogHint {
  readonly position: number;
  readonly id: string;
  readonly roomId: string;
  readonly seq: number;
  readonly type: string;
  readonly actorId: string | null;
  readonly subjectId: string;
  readonly at: Date;
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
