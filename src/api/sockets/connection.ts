import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { makeServer } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import { AccessTokenExpired, BotTokenExpired } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import type { Clock } from '../../runtime/index.js';
import { CloseCode, isCloseCode, type Unauthenticated } from '../../errors/index.js';
import type { Sink } from '../../feed/index.js';
import { textFrame } from './frames.js';
import type { Handshake } from './greeting.js';
import { OperationSink } from './operation-sink.js';
import { OpenSubscriptions } from './open-subscriptions.js';
import { Outbox } from './outbox.js';

const STUCK_MILLISECONDS = 60_000;
const MAX_TIMER = 2_147_483_647;
/** What WebSocket's close frame has place for, in bytes. */
const MAX_REASON_LENGTH = 123;
/** For all that is said before the acknowledgement, a token above all, which is kept as long as the socket. */
const MAX_GREETING_BYTES = 16 * 1024;

/** One socket: who is on it, and how it goes. */
export class Connection {
  viewer: Actor | null = null;
  /** The ids of the operations that are being executed, or opened: those that the client gave up as well, which run on. */
  readonly underWay = new Set<string>();
  readonly subscriptions = new OpenSubscriptions();
  private isGreeted = false;
  private alive = true;
  private expiry: NodeJS.Timeout | undefined;
  private readonly outbox: Outbox;

  /** Frames with content are written to the stream itself, whole and in order; ws reads, and adds its pings and its goodbye. */
  constructor(
    private readonly socket: WebSocket,
    stream: Duplex,
    readonly address: string,
    readonly handshake: Handshake,
    private readonly clock: Clock,
  ) {
    this.outbox = new Outbox(stream);
  }

  /** Speaks graphql-transport-ws on the socket until it closes. */
  open(protocol: ReturnType<typeof makeServer>, onClosed: () => void): void {
    const closed = protocol.opened(
      {
        protocol: this.socket.protocol,
        send: (frame) => this.send(frame),
        close: (code, reason) => {
          this.close(isCloseCode(code) ? code : CloseCode.Fault, reason ?? '');
        },
        onMessage: (take) => {
          this.socket.on('message', (data, isBinary) => {
            void this.receive(data, isBinary, take);
            void this.hearNoMoreUntilDrained();
          });
        },
      },
      this,
    );
    this.socket.on('pong', () => (this.alive = true));
    // A frame out of bounds is answered with its close code by ws itself; there is nobody else to tell.
    this.socket.on('error', () => undefined);
    this.socket.once('close', (code, reason) => {
      clearTimeout(this.expiry);
      onClosed();
      this.subscriptions.end();
      void closed(code, reason.toString());
    });
  }

  /** From here on the socket is this actor's, for as long as the access token lasts. */
  signIn(viewer: Actor): void {
    this.viewer = viewer;
    if (!this.isOpen) return;
    const left = viewer.expiresAt.getTime() - this.clock.now().getTime();
    // No timer lasts longer: what ends after that, or never, is looked at with each beat.
    if (left > MAX_TIMER) return;
    this.expiry = setTimeout(() => {
      this.expire(viewer);
    }, left).unref();
  }

  /** From here on frames may be as large as operations. */
  greeted(): void {
    this.isGreeted = true;
  }

  /** Where the answers of an operation go out beside graphql-ws's own. */
  sinkOf(operationId: string): Sink {
    return new OperationSink(this.outbox, operationId);
  }

  /** Says goodbye to somebody who is not signed in any more, or never was. */
  end({ reason, message }: Unauthenticated): void {
    const code = reason === 'TOKEN_EXPIRED' ? CloseCode.TokenExpired : CloseCode.Unauthorized;
    this.close(code, `${reason ?? 'UNAUTHENTICATED'}: ${message}`);
  }

  close(code: CloseCode, reason: string): void {
    this.outbox.end();
    // Longer ones throw, and some repeat what the client said.
    this.socket.close(code, Buffer.byteLength(reason) > MAX_REASON_LENGTH ? '' : reason);
  }

  terminate(): void {
    this.socket.terminate();
  }

  /** Notices those who are gone without a word, those who do not read, and those whose token has run out. */
  beat(): void {
    // The timer does not see a clock that was set, or a machine that slept.
    if (this.viewer && this.viewer.expiresAt <= this.clock.now()) {
      this.expire(this.viewer);
      return;
    }
    if (this.outbox.stuckFor > STUCK_MILLISECONDS) {
      this.close(CloseCode.TryAgainLater, 'This client reads too slowly.');
      return;
    }
    if (this.outbox.isFull) {
      // A ping would wait behind what is unsent. Who reads on has until the beat after next to answer one.
      this.alive = true;
      return;
    }
    if (!this.alive) {
      this.socket.terminate();
      return;
    }
    this.alive = false;
    this.socket.ping();
  }

  /** Resolves at once for a reader who keeps up, and for another when the system has taken the frame. */
  private send(frame: string): Promise<void> {
    if (this.isOpen) this.outbox.put(textFrame(frame));
    return this.outbox.drained();
  }

  /** What a client asks for and does not read waits here: whoever reads nothing is not listened to, so that it does not grow. */
  private async hearNoMoreUntilDrained(): Promise<void> {
    if (!this.outbox.isFull || this.socket.isPaused) return;
    this.socket.pause();
    await this.outbox.drained();
    this.socket.resume();
  }

  private expire({ bot }: Actor): void {
    this.end(bot ? new BotTokenExpired() : new AccessTokenExpired());
  }

  private get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  private async receive(data: RawData, isBinary: boolean, take: (text: string) => Promise<void>): Promise<void> {
    // Until the client says goodbye too, it may still talk; a session that was ended must have nothing to say from that moment.
    if (!this.isOpen) return;
    if (isBinary || !(data instanceof Buffer)) {
      this.close(CloseCode.BadMessage, 'Send text frames, not binary ones.');
      return;
    }
    if (!this.isGreeted && data.byteLength > MAX_GREETING_BYTES) {
      this.close(CloseCode.TooBig, 'connection_init is larger than 16 KiB.');
      return;
    }
    try {
      await take(data.toString());
    } catch (error) {
      if (isOfTheClient(error)) this.close(CloseCode.BadMessage, 'Invalid message received');
      else this.fail(error);
    }
  }

  private fail(error: unknown): void {
    const id = randomUUID();
    new Logger('sockets').error({ message: 'A fault on a socket.', id, cause: String(error) });
    this.close(CloseCode.Fault, `Something went wrong here: ${id}`);
  }
}

/** A message that only servers send, or one that nests too deeply to be answered: graphql-ws throws, as it does for faults. */
function isOfTheClient(error: unknown): boolean {
  return (
    error instanceof RangeError || (error instanceof Error && error.message.startsWith('Unexpected message of type '))
  );
}
