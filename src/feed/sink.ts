import type { ExecutionResult } from 'graphql';
import { type Actor, GraphQLContext } from '../caller/index.js';
import type { LogPosition } from '../log/index.js';

/** What an execution came to, in the bytes that go out: made once, and shared by all who get it. */
export interface Payload {
  readonly bytes: Buffer;
}

/** The way out for one operation's answers: a socket, and the operation's id on it. */
export interface Sink {
  /** Whether more is unsent than a reader leaves who keeps up. */
  readonly isFull: boolean;
  /** Puts a payload behind what was sent before. It is not waited for: look at `isFull`. */
  send(payload: Payload): void;
  /** Resolves once all is taken by the reader's side, or the socket is closed. */
  drained(): Promise<void>;
  /** Words a result as it goes out. */
  readonly encode: (result: ExecutionResult) => Payload;
}

/** The context of an operation that came over a socket, where answers may go out beside the operation's own. */
export class SubscriberContext extends GraphQLContext {
  constructor(
    viewer: Actor | null,
    address: string,
    startedAt: LogPosition,
    readonly sink: Sink,
  ) {
    super(viewer, address, startedAt);
  }
}
