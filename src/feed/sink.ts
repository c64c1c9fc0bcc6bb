import type { ExecutionResult } from 'graphql';
import { type Actor, GraphQLContext } from '../caller/index.js';
import type { LogPosition } from '../log/index.js';

/** What an execution came to, in the bytes that go out: made once, and shared by all who get it. */
export interface Payload {
  readonly bytes: Buffer;
  /** Where the feed goes on after it; not set on what is no item of a feed, or could not be shown whole. */
  readonly place?: { readonly cursor: string };
}

/** The way out for one operation's answers: a socket and the operation's id on it, or a stream of its own. */
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

/** The context of an operation that came over a socket or a stream, where answers may go out beside the operation's own. */
export class SubscriberContext extends GraphQLContext {
  constructor(
    viewer: Actor | null,
    address: string,
    startedAt: LogPosition,
    readonly sink: Sink,
    /** The cursor that a client has seen last, where it opens its stream again. */
    readonly lastSeen?: string | undefined,
  ) {
    super(viewer, address, startedAt);
  }
}

/** Where a feed goes on. What was seen last counts before `after`: the operation is still the one that the stream was first opened with. */
export function startOf(context: GraphQLContext, after: string | null | undefined): string | null | undefined {
  const lastSeen = context instanceof SubscriberContext ? context.lastSeen : undefined;
  return lastSeen ?? after;
}
