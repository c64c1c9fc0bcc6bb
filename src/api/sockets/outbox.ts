import type { Duplex } from 'node:stream';
import { Wakeup } from '../../common/index.js';

/** So much is gathered in a tick before it goes out in the middle of it. */
const GATHERED_BYTES = 64 * 1024;

/** The boxes that have something to send at the end of this turn of the event loop. */
let waiting: Outbox[] = [];

/**
 * What goes out over one socket. All frames of one turn of the event loop leave in one write: the system call is what a
 * delivery costs. A lone frame waits for the others of its turn and for nothing else.
 */
export class Outbox {
  private parts: Buffer[] = [];
  private ids: { readonly id: Buffer; readonly at: number }[] = [];
  private bytes = 0;
  private readonly drains = new Wakeup();
  private fullSince: number | undefined;

  constructor(private readonly stream: Duplex) {
    stream.on('drain', () => {
      this.fullSince = undefined;
      this.drains.wakeAll();
    });
    stream.once('close', () => {
      this.drains.wakeAll();
    });
  }

  /** Whether the system does not take what was written: the reader does not keep up. */
  get isFull(): boolean {
    return this.stream.writableNeedDrain && !this.stream.destroyed;
  }

  /** For how long the reader has taken nothing of what waits, in milliseconds. */
  get stuckFor(): number {
    return this.fullSince === undefined ? 0 : performance.now() - this.fullSince;
  }

  /** Resolves once the system has taken all, or the socket is closed; at once, where nothing is held up. */
  drained(): Promise<void> {
    return this.isFull ? this.drains.wait() : Promise.resolve();
  }

  /** Puts a frame behind the others; the id is written into it at its place, for this socket alone. */
  put(frame: Buffer, id?: { readonly id: Buffer; readonly at: number }): void {
    if (this.parts.length === 0) this.sendAtTheEndOfTheTurn();
    if (id) this.ids.push({ id: id.id, at: this.bytes + id.at });
    this.parts.push(frame);
    this.bytes += frame.byteLength;
    if (this.bytes >= GATHERED_BYTES) this.flush();
  }

  flush(): void {
    if (this.parts.length === 0) return;
    const { parts, ids, bytes } = this;
    this.parts = [];
    this.ids = [];
    this.bytes = 0;
    if (!this.stream.writable) return;
    const whole = Buffer.concat(parts, bytes);
    for (const { id, at } of ids) id.copy(whole, at);
    if (!this.stream.write(whole)) this.fullSince ??= performance.now();
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
