import { ApolloCache } from '@apollo/client/cache';
import type { Cache } from '@apollo/client/cache';

/**
 * Keeps nothing. What is on the screen is kept in one place, the chat's state, which the feed keeps true: a second copy would only grow old. Apollo's own
 * cache, even where nothing is kept in it, asks for a `__typename` of every object as well.
 */
export class NoCache extends ApolloCache {
  override read(): null {
    return null;
  }

  override write(): undefined {
    return undefined;
  }

  override diff<T>(): Cache.DiffResult<T> {
    return { result: null, complete: false };
  }

  override watch(): () => void {
    return () => undefined;
  }

  override reset(): Promise<void> {
    return Promise.resolve();
  }

  override evict(): boolean {
    return false;
  }

  override restore(): this {
    return this;
  }

  override extract(): object {
    return {};
  }

  override removeOptimistic(): void {
    // There is nothing to remove.
  }

  override performTransaction(transaction: (cache: ApolloCache) => void): void {
    transaction(this);
  }

  override fragmentMatches(): boolean {
    return false;
  }
}
