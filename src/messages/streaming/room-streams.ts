import { Wakeup } from '../../runtime/index.js';
import type { MessageStream, StreamPiece } from './message-stream.js';

/** One message is shown four times a second; where many grow at once, all of them once a second, together. */
const BETWEEN_PIECES = { min: 250, each: 50, max: 1000 };

/** The messages of one room that grow. All who watch are shown the same pieces at the same moments, however many pieces come in. */
export class RoomStreams {
  private readonly streams = new Map<string, MessageStream>();
  private readonly wakeup = new Wakeup();
  private watchers = 0;
  private shows = 0;
  private shownAt = -Infinity;
  private pending: NodeJS.Timeout | undefined;

  constructor(private readonly onEmpty: () => void) {}

  add(stream: MessageStream): void {
    this.streams.set(stream.messageId, stream);
    this.tell();
  }

  /** One of them has more to show. */
  grew(): void {
    this.showSoon();
  }

  /** Those who watch are told at once that nothing more comes. */
  ended({ messageId }: MessageStream): void {
    this.streams.delete(messageId);
    this.tell();
    this.leaveIfEmpty();
  }

  /** Each message as it stands, then what comes to it; one who takes long over it gets more at once. */
  async *watch(closed: AbortSignal): AsyncGenerator<StreamPiece, void, void> {
    const told = new Map<MessageStream, number>();
    this.watchers += 1;
    try {
      while (!closed.aborted) {
        const { shows } = this;
        yield* this.newsFor(told, closed);
        if (this.shows === shows) await this.wakeup.wait(closed);
      }
    } finally {
      this.watchers -= 1;
      this.leaveIfEmpty();
    }
  }

  private *newsFor(told: Map<MessageStream, number>, closed: AbortSignal): Generator<StreamPiece, void, void> {
    for (const stream of new Set([...told.keys(), ...this.streams.values()])) {
      // A stay may end between two pieces.
      if (closed.aborted) return;
      const piece = stream.pieceFor(told.get(stream));
      if (!piece) continue;
      if (piece.isDone) told.delete(stream);
      else told.set(stream, piece.offset + piece.text.length);
      yield piece;
    }
  }

  private showSoon(): void {
    if (this.pending) return;
    const { min, each, max } = BETWEEN_PIECES;
    const between = Math.max(min, Math.min(max, each * this.streams.size));
    const wait = this.shownAt + between - performance.now();
    if (wait <= 0) this.show();
    else
      this.pending = setTimeout(() => {
        this.pending = undefined;
        this.show();
      }, wait).unref();
  }

  private show(): void {
    this.shownAt = performance.now();
    let isNews = false;
    for (const stream of this.streams.values()) isNews = stream.show() || isNews;
    if (isNews) this.tell();
  }

  private tell(): void {
    this.shows += 1;
    this.wakeup.wakeAll();
  }

  private leaveIfEmpty(): void {
    if (this.streams.size > 0 || this.watchers > 0) return;
    clearTimeout(this.pending);
    this.onEmpty();
  }
}
