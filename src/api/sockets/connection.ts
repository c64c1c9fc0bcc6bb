import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { makeServer } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { Actor } from '../../common/index.js';
import { CloseCode } from './close-codes.js';

const STUCK_MILLISECONDS = 60_000;
const LONGEST_TIMER = 2_147_483_647;

/** One socket: who is on it, and how it goes. */
export class Connection {
  viewer: Actor | null = null;
  private alive = true;
  /** When the oldest frame that the socket has not taken yet was given to it. */
  private stuckSince: number | undefined;
  private unsent = 0;
  private expiry: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: WebSocket,
    readonly address: string,
  ) {}

  /** Speaks graphql-transport-ws on the socket until it closes. */
  open(protocol: ReturnType<typeof makeServer>, onClosed: () => void): void {
    const closed = protocol.opened(
      {
        protocol: this.socket.protocol,
        send: (frame) => this.send(frame),
        close: (code, reason) => {
          this.close(code ?? 1011, reason ?? '');
        },
        onMessage: (take) => {
          this.socket.on('message', (data, isBinary) => void this.receive(data, isBinary, take));
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
      void closed(code, reason.toString());
    });
  }

  /** From here on the socket is this actor's, for as long as the access token lasts. */
  signIn(viewer: Actor): void {
    this.viewer = viewer;
    if (this.socket.readyState !== this.socket.OPEN) return;
    const left = Math.min(viewer.expiresAt.getTime() - Date.now(), LONGEST_TIMER);
    this.expiry = setTimeout(() => {
      this.close(CloseCode.TokenExpired, 'The access token has run out.');
    }, left).unref();
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  terminate(): void {
    this.socket.terminate();
  }

  /** Notices those who are gone without a word, and those who do not read. */
  beat(): void {
    if (this.stuckSince !== undefined && performance.now() - this.stuckSince > STUCK_MILLISECONDS) {
      this.close(CloseCode.TooSlow, 'This client reads too slowly.');
      return;
    }
    if (!this.alive && this.unsent === 0) {
      this.socket.terminate();
      return;
    }
    this.alive = false;
    this.socket.ping();
  }

  /** Resolves when the system has taken the frame: whoever waits for it cannot get ahead of the reader. */
  private send(frame: string): Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return Promise.resolve();
    this.unsent += 1;
    this.stuckSince ??= performance.now();
    return new Promise((resolve) => {
      this.socket.send(frame, () => {
        this.unsent -= 1;
        this.stuckSince = this.unsent === 0 ? undefined : performance.now();
        resolve();
      });
    });
  }

  private async receive(data: RawData, isBinary: boolean, take: (text: string) => Promise<void>): Promise<void> {
    if (isBinary || !(data instanceof Buffer)) {
      this.close(4400, 'Frames are text.');
      return;
    }
    try {
      await take(data.toString());
    } catch (error) {
      const id = randomUUID();
      new Logger('sockets').error({ message: 'A fault on a socket.', id, cause: String(error) });
      this.close(4500, `Something went wrong here: ${id}`);
    }
  }
}
