/**
 * An iterator over what a generator produces that can be closed while it waits. A bare async generator cannot: its `return`
 * stands in line behind the pending `next`, so that a reader who went away would be waited for until something happens.
 * The generator gets a signal and must stop waiting when it fires. One that is closed before it was begun runs none of its
 * own code, its `finally` neither: whatever has to be given back is taken within it.
 */
export function closable<T>(
  produce: (closed: AbortSignal) => AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  const closing = new AbortController();
  const source = produce(closing.signal);
  return {
    next: () => source.next(),
    return: (value) => {
      closing.abort();
      return source.return(value);
    },
    throw: (error) => {
      closing.abort();
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
