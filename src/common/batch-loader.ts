import DataLoader from 'dataloader';

/**
 * Loads by key, all keys that one operation asks for in one tick together, each once. The scope is the operation's own
 * context object, so nothing that one reader may see is kept for the next.
 */
export class BatchLoader<K, V> {
  private readonly loaders = new WeakMap<object, DataLoader<K, V, string>>();

  constructor(
    private readonly fetch: (keys: readonly K[]) => Promise<readonly V[]>,
    private readonly keyOf: (key: K) => string = String,
  ) {}

  load(scope: object, key: K): Promise<V> {
    let loader = this.loaders.get(scope);
    if (!loader) {
      loader = new DataLoader<K, V, string>((keys) => this.fetch(keys), { cacheKeyFn: this.keyOf });
      this.loaders.set(scope, loader);
    }
    return loader.load(key);
  }
}

/** Puts found rows into the order of the keys that asked for them. */
export function inOrderOf<K, R>(keys: readonly K[], rows: readonly R[], keyOfRow: (row: R) => K): (R | null)[] {
  const byKey = new Map(rows.map((row) => [keyOfRow(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
