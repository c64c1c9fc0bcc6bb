import type { Answer } from '../requests/answer.js';

/** How a subscription ended: by its own end (both null), refused with an error, or with a connection that was lost or closed. */
export interface LineEnd {
  /** The code of the error, as of the API. */
  readonly error: Error | null;
  readonly closeCode: number | null;
  /** The seconds that the server asks to wait. */
  readonly retryAfter?: number | null;
}

export interface LineSink {
  readonly next: (answer: Answer) => void;
  /** Once, and the last. */
  readonly ended: (end: LineEnd) => void;
}

/** A way on which subscriptions come. It never begins anything again by itself. */
export interface Line {
  /** What it gives ends the subscription; nothing is told afterwards. */
  subscribe(text: string, variables: object, sink: LineSink): () => void;
  /** Hangs up: all subscriptions end. */
  terminate(): void;
}
