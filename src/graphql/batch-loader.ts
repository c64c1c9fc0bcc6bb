import DataLoader from 'dataloader';
import { batchOf, noteShown, type Shown } from './batch-scope.js';

/** SQLite takes 500 selects in one compound statement, and an expression 1,000 levels deep. */
const MAX_KEYS = 400;

/**
 * Loads by key, all keys that one operation asks for in one tick together, each once. Nothing is kept for the next tick: of
 * two mutations in one request the second would show what was true before it. The scope is the operation's own context
 * object, so that what one reader may see is never part of another's batch. What is loaded is noted as shown in the operation's answer.
 */
export class BatchLoader<K, V> {
  private readonly loaders = new WeakMap<object, DataLoader<K, V>>();

  constructor(
    private readonly fetch: (keys: readonly K[]) => Promise<readonly V[]>,
    private readonly shownBy: (key: K) => readonly Shown[],
    private readonly keyOf: (key: K) => string = String,
  ) {}

  load(scope: object, key: K): Promise<V> {
    // Before it is read: of a change that comes in between, the answer may show either.
    noteShown(scope, ...this.shownBy(key));
    const batch = batchOf(scope);
    let loader = this.loaders.get(batch);
    if (!loader) {
      loader = new DataLoader<K, V>((keys) => this.fetchEachOnce(keys), { cache: false, maxBatchSize: MAX_KEYS });
      this.loaders.set(batch, loader);
    }
    return loader.load(key);
  }

  private async fetchEachOnce(keys: readonly K[]): Promise<V[]> {
    const different = new Map(keys.map((key) => [this.keyOf(key), key]));
    const values = await this.fetch([...different.values()]);
    const found = new Map([...different.keys()].map((name, place) => [name, values.slice(place, place + 1)]));
    return keys.flatMap((key) => found.get(this.keyOf(key)) ?? []);
  }
}

/** Puts found rows into the order of the keys that asked for them. */
export function inOrderOf<K, R>(keys: readonly K[], rows: readonly R[], keyOfRow: (row: R) => K): (R | null)[] {
  const byKey = new Map(rows.map((row) => [keyOfRow(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
