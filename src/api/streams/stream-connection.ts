import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../../caller/index.js';
import type { Unauthenticated } from '../../errors/index.js';
import type { Clock } from '../../runtime/index.js';
import type { LiveConnection } from '../sockets/live-connection.js';
import { OpenSubscriptions } from '../sockets/open-subscriptions.js';
import { TokenLife } from '../sockets/token-life.js';
import { EventStream } from './event-stream.js';

/** When the server stops, not everybody comes back in the same moment. */
const RETRY_MILLISECONDS = { least: 1000, most: 10_000 } as const;

/** One request that is answered with a stream of events: who sent it, and how the stream goes. */
export class StreamConnection implements LiveConnection {
  viewer: Actor | null = null;
  readonly underWay = new Set<string>();
  readonly subscriptions = new OpenSubscriptions();
  readonly stream: EventStream;
  /** Why the stream is over, where it is over before it began: then the answer is a refusal. */
  refusal: Unauthenticated | undefined;
  private isClosed = false;
  private readonly tokenLife: TokenLife;

  constructor(
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    readonly address: string,
    clock: Clock,
  ) {
    this.stream = new EventStream(response);
    this.tokenLife = new TokenLife(clock, (refusal) => {
      this.end(refusal);
    });
  }

  /** Calls back when nobody is there any more. */
  onClosed(closed: () => void): void {
    // Where a stream waits behind another answer on its connection, only the connection tells that it is gone.
    const sources = [this.response, this.request.socket];
    const close = (): void => {
      this.isClosed = true;
      for (const source of sources) source.off('close', close);
      this.tokenLife.stop();
      this.subscriptions.end();
      closed();
    };
    for (const source of sources) source.once('close', close);
  }

  signIn(viewer: Actor): void {
    this.viewer = viewer;
    if (!this.isClosed) this.tokenLife.begin(viewer);
  }

  /** A stream has exactly one operation. */
  sinkOf(): EventStream {
    return this.stream;
  }

  beat(): void {
    if (this.tokenLife.isOver()) return;
    if (this.stream.isStuck) this.terminate();
    else this.stream.beat();
  }

  end(reason: Unauthenticated): void {
    this.subscriptions.end();
    if (this.stream.hasBegun) this.stream.breakOff(`${reason.reason ?? 'UNAUTHENTICATED'}: ${reason.message}`);
    else this.refusal ??= reason;
  }

  sendAway(): void {
    const { least, most } = RETRY_MILLISECONDS;
    this.subscriptions.end();
    if (this.stream.hasBegun)
      this.stream.breakOff('The server is about to stop.', least + Math.floor(Math.random() * (most - least)));
  }

  terminate(): void {
    this.request.socket.destroy();
  }
}
