import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { makeServer } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { Actor } from '../../caller/index.js';
import type { Clock } from '../../runtime/index.js';
import { CloseCode, isCloseCode, type Unauthenticated } from '../../errors/index.js';
import type { Sink } from '../../feed/index.js';
import { textFrame } from './frames.js';
import type { Handshake } from './greeting.js';
import { OperationSink } from './operation-sink.js';
import type { LiveConnection } from './live-connection.js';
import { OpenSubscriptions } from './open-subscriptions.js';
import { Outbox } from './outbox.js';
import { TokenLife } from './token-life.js';

/** What WebSocket's close frame has place for, in bytes. */
const MAX_REASON_LENGTH = 123;
/** For all that is said before the acknowledgement, a token above all, which is kept as long as the socket. */
const MAX_GREETING_BYTES = 16 * 1024;

/** One socket: who is on it, and how it goes. */
export class Connection implements LiveConnection {
  viewer: Actor | null = null;
  readonly underWay = new Set<string>();
  readonly subscriptions = new OpenSubscriptions();
  private isGreeted = false;
  private alive = true;
  private readonly tokenLife: TokenLife;
  private readonly outbox: Outbox;

  /** Frames with content are written to the stream itself, whole and in order; ws reads, and adds its pings and its goodbye. */
  constructor(
    private readonly socket: WebSocket,
    stream: Duplex,
    readonly address: string,
    readonly handshake: Handshake,
    clock: Clock,
  ) {
    this.outbox = new Outbox(stream);
    this.tokenLife = new TokenLife(clock, (refusal) => {
      this.end(refusal);
    });
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
      this.tokenLife.stop();
      onClosed();
      this.subscriptions.end();
      void closed(code, reason.toString());
    });
  }

  signIn(viewer: Actor): void {
    this.viewer = viewer;
    if (this.isOpen) this.tokenLife.begin(viewer);
  }

  /** From here on frames may be as large as operations. */
  greeted(): void {
    this.isGreeted = true;
  }

  /** Beside graphql-ws's own answers. */
  sinkOf(operationId: string): Sink {
    return new OperationSink(this.outbox, operationId);
  }

  end({ reason, message }: Unauthenticated): void {
    const code = reason === 'TOKEN_EXPIRED' ? CloseCode.TokenExpired : CloseCode.Unauthorized;
    this.close(code, `${reason ?? 'UNAUTHENTICATED'}: ${message}`);
  }

  close(code: CloseCode, reason: string): void {
    this.outbox.end();
    // Longer ones throw, and some repeat what the client said.
    this.socket.close(code, Buffer.byteLength(reason) > MAX_REASON_LENGTH ? '' : reason);
  }

  sendAway(): void {
    this.close(CloseCode.GoingAway, 'The server is about to stop.');
  }

  terminate(): void {
    this.socket.terminate();
  }

  /** Notices those who are gone without a word, those who do not read, and those whose token has run out. */
  beat(): void {
    if (this.tokenLife.isOver()) return;
    if (this.outbox.isStuck) {
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
