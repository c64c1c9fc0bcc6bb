import { once } from 'node:events';
import { WebSocket } from 'ws';
import { numberIn } from '../measure/numbered.js';
import type { Receive } from './client.js';

export interface Wire {
  readonly url: string;
  readonly protocols: string[];
  /** Any frame that delivers no message. */
  read(text: string, line: Line): void;
}

export interface Following {
  /** Whether a frame delivers a message. There are millions of these, so nobody parses them. */
  isDelivery(frame: Buffer): boolean;
  readonly receive: Receive;
}

export class SocketClosed extends Error {}

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (reason: Error) => void;
}

/** A socket with its questions that have no answer yet. */
export class Line {
  following: Following | undefined;
  private readonly waiting = new Map<string, Waiting>();
  private last = 0;
  private cutting = false;

  private constructor(
    private readonly socket: WebSocket,
    wire: Wire,
  ) {
    socket.on('message', (data) => {
      if (!(data instanceof Buffer)) throw new Error('ws gives buffers here.');
      if (this.following?.isDelivery(data)) this.following.receive(numberIn(data), data);
      else wire.read(data.toString(), this);
    });
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => {
      if (!this.cutting)
        this.fail(new SocketClosed(`The server closed a socket: ${String(code)} ${reason.toString()}`));
    });
  }

  static async open(wire: Wire): Promise<Line> {
    const socket = new WebSocket(wire.url.replace(/^http/, 'ws'), wire.protocols, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    // Nothing is missed by listening only now: no server here speaks before it is spoken to.
    await once(socket, 'open');
    return new Line(socket, wire);
  }

  /** Asks under a new reference, and resolves with the text of the answer. */
  ask(frameFor: (ref: string) => string): Promise<string> {
    this.last += 1;
    return this.askAs(String(this.last), frameFor(String(this.last)));
  }

  askAs(ref: string, frame: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.waiting.set(ref, { resolve, reject });
      this.say(frame);
    });
  }

  say(frame: string): void {
    this.socket.send(frame);
  }

  settle(ref: string, text: string): void {
    this.waiting.get(ref)?.resolve(text);
    this.waiting.delete(ref);
  }

  /** A load that loses a socket measures something else: what waits fails, and where nothing waits, the whole bench does. */
  fail(reason: Error): void {
    if (this.waiting.size === 0) throw reason;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }

  cut(): void {
    this.cutting = true;
    this.socket.terminate();
  }
}
