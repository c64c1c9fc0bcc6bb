interface Sent {
  readonly room: number;
  readonly at: number;
  readonly complete: () => void;
  left: number;
}

export interface Audience {
  /** The room of each subscriber. */
  readonly roomOf: readonly number[];
  /** How many subscribers each room has. */
  readonly sizes: readonly number[];
}

/** The account of who got what: a server that drops messages is fast. Any message too many or astray ends the bench. */
export class Deliveries {
  /** Milliseconds from the send to each receipt. */
  readonly latencies: number[] = [];
  private readonly sent = new Map<number, Sent>();
  private readonly had: readonly Set<number>[];

  constructor(private readonly audience: Audience) {
    this.had = audience.roomOf.map(() => new Set());
  }

  /** Notes that a message is about to be sent; resolves when every subscriber of its room has it. */
  expect(message: number, room: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const complete = () => {
      resolve(undefined);
    };
    this.sent.set(message, { room, at: performance.now(), complete, left: this.audience.sizes[room] ?? 0 });
    return promise;
  }

  receive(subscriber: number, message: number): void {
    const now = performance.now();
    const sent = this.sent.get(message);
    const had = this.had[subscriber];
    if (!sent || !had || sent.room !== this.audience.roomOf[subscriber]) {
      throw new Error(`Subscriber ${String(subscriber)} got message ${String(message)}, which is not theirs.`);
    }
    if (had.has(message)) throw new Error(`Subscriber ${String(subscriber)} got message ${String(message)} twice.`);
    had.add(message);
    this.latencies.push(now - sent.at);
    sent.left -= 1;
    if (sent.left === 0) sent.complete();
  }
}
