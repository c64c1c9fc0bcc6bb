import type { Duplex } from 'node:stream';
import type { Payload } from '../../feed/index.js';
import { PacedOutput } from '../paced-output.js';
import { bytesOf, keep, nextFrameLength, type OperationId } from './frames.js';

/** So much is gathered in a tick before it goes out in the middle of it. */
const GATHERED_BYTES = 64 * 1024;

/** The boxes that have something to send at the end of this turn of the event loop. */
let waiting: Outbox[] = [];

/**
 * What goes out over one socket. All frames of one turn of the event loop leave in one write: the system call is what a
 * delivery costs. A lone frame waits for the others of its turn and for nothing else.
 */
export class Outbox extends PacedOutput {
  private payloads: Payload[] = [];
  private ids: (OperationId | undefined)[] = [];
  private bytes = 0;
  private isEnded = false;

  constructor(private readonly stream: Duplex) {
    super(stream);
  }

  /** Puts a frame behind the others. Nobody writes into it any more. */
  put(frame: Buffer): void {
    this.add({ bytes: frame }, undefined, frame.byteLength);
  }

  /** Puts behind the others what brings a payload to an operation of the socket. Many outboxes may have the same payload. */
  putNext(payload: Payload, id: OperationId): void {
    this.add(payload, id, nextFrameLength(payload, id));
  }

  flush(): void {
    if (this.payloads.length === 0) return;
    const { payloads, ids, bytes: length } = this;
    this.payloads = [];
    this.ids = [];
    this.bytes = 0;
    if (!this.stream.writable) return;
    const bytes = bytesOf({ payloads, ids }, length);
    this.stream.write(bytes);
    // Whatever the system did not take at once lies here until it does: by then others would have written into it.
    if (this.stream.writableLength > 0) keep(bytes);
    if (this.stream.writableLength >= this.stream.writableHighWaterMark) this.noteFull();
  }

  /** Sends what was gathered; nothing may come behind it but the goodbye. */
  end(): void {
    this.flush();
    this.isEnded = true;
  }

  private add(payload: Payload, id: OperationId | undefined, length: number): void {
    if (this.isEnded) return;
    if (this.payloads.length === 0) this.sendAtTheEndOfTheTurn();
    this.payloads.push(payload);
    this.ids.push(id);
    this.bytes += length;
    if (this.bytes >= GATHERED_BYTES) this.flush();
  }

  private sendAtTheEndOfTheTurn(): void {
    if (waiting.length === 0) setImmediate(flushAll);
    waiting.push(this);
  }
}

function flushAll(): void {
  const boxes = waiting;
  waiting = [];
  for (const box of boxes) box.flush();
}
