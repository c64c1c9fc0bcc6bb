type Subscription = AsyncGenerator<never, void, void>;

/**
 * The subscriptions that are open on one socket. graphql-ws forgets one whose id is given to another while it opens: here it is
 * counted all the same, and ends with its socket at the latest.
 */
export class OpenSubscriptions {
  private readonly open = new Set<Subscription>();
  private readonly ending = new Set<string>();
  private isOver = false;

  get size(): number {
    return this.open.size;
  }

  /** Whether a subscription of this id is over, but graphql-ws has yet to take it out: it would take out whatever has the id by then. */
  isEnding(id: string): boolean {
    return this.ending.has(id);
  }

  /** The same subscription, which is counted from now until it is over; then `onOver` is called. */
  hold(id: string, subscription: Subscription, onOver: () => void): Subscription {
    const held = untilOver(subscription, () => {
      this.open.delete(held);
      this.ending.add(id);
      setImmediate(() => this.ending.delete(id));
      onOver();
    });
    this.open.add(held);
    if (this.isOver) void held.return();
    return held;
  }

  /** Ends all of them, and whatever is still opened. */
  end(): void {
    this.isOver = true;
    for (const subscription of [...this.open]) void subscription.return();
  }
}

/** A subscription delivers beside its iterator, which ends with the first answer. */
function untilOver(source: Subscription, onOver: () => void): Subscription {
  let isOpen = true;
  const givenUp = Promise.withResolvers<IteratorReturnResult<undefined>>();
  const over = (): void => {
    if (!isOpen) return;
    isOpen = false;
    onOver();
  };
  return {
    next: () => Promise.race([source.next().finally(over), givenUp.promise]),
    // At once, whatever its delivery still waits for: what comes next over the socket may be the one that takes its place.
    return: () => {
      over();
      givenUp.resolve({ done: true, value: undefined });
      return source.return();
    },
    throw: (error) => {
      over();
      return source.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await this.return();
    },
  };
}
