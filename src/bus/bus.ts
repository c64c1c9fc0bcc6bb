import type { LoggedEvent } from '../log/index.js';

/**
 * Carries events, once they are on disk, from whoever wrote them to whoever reads the log. What it carries is a hint: one that
 * is lost loses nothing, because the log is the truth, and readers look by themselves from time to time.
 */
export abstract class Bus {
  abstract publish(event: LoggedEvent): void;
  /** Listens until the returned function is called. */
  abstract listen(listener: (event: LoggedEvent) => void): () => void;
}
