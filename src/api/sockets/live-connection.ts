import type { Actor } from '../../caller/index.js';
import type { Unauthenticated } from '../../errors/index.js';
import type { Sink } from '../../feed/index.js';
import type { OpenSubscriptions } from './open-subscriptions.js';

/** What stays open and brings answers: a socket, or a stream of server-sent events. */
export interface LiveConnection {
  readonly address: string;
  /** Whose it is; null as long as it is a visitor's. */
  readonly viewer: Actor | null;
  /** The ids of the operations that are being executed, or opened: those that the client gave up as well, which run on. */
  readonly underWay: Set<string>;
  readonly subscriptions: OpenSubscriptions;
  /** From here on it is this actor's, for as long as the access token lasts. */
  signIn(viewer: Actor): void;
  /** Where the answers of an operation go out. */
  sinkOf(operationId: string): Sink;
  /** Looks whether somebody is still there, still reads, and has a token that has not run out. */
  beat(): void;
  /** Says goodbye to somebody who is not signed in any more, or never was. */
  end(reason: Unauthenticated): void;
  /** Asks a client to come back later: the server stops. */
  sendAway(): void;
  /** Hangs up. */
  terminate(): void;
}
