import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Tally } from '../runtime/index.js';

/** A reload, a tunnel, a change of networks: whoever is back within that was not away. */
const AWAY_AFTER_MILLISECONDS = 5000;

/** Who has a live connection at this moment. Kept in memory alone: it is true only while it happens. */
@Injectable()
export class OnlinePeople implements OnModuleDestroy {
  private readonly connections = new Tally();
  /** Those who have lost their last connection a moment ago. */
  private readonly leaving = new Map<string, NodeJS.Timeout>();
  private readonly watchers = new Map<string, Set<() => void>>();

  connected(userId: string): void {
    const wasOnline = this.isOnline(userId);
    clearTimeout(this.leaving.get(userId));
    this.leaving.delete(userId);
    this.connections.add(userId, 1);
    if (!wasOnline) this.tell(userId);
  }

  disconnected(userId: string): void {
    this.connections.add(userId, -1);
    if (this.connections.of(userId) > 0) return;
    const away = setTimeout(() => {
      this.leaving.delete(userId);
      this.tell(userId);
    }, AWAY_AFTER_MILLISECONDS).unref();
    this.leaving.set(userId, away);
  }

  isOnline(userId: string): boolean {
    return this.connections.of(userId) > 0 || this.leaving.has(userId);
  }

  /** Calls back when one of these people comes or goes, until the returned function is called. */
  watch(userIds: readonly string[], changed: () => void): () => void {
    return watchIn(this.watchers, userIds, changed);
  }

  onModuleDestroy(): void {
    for (const away of this.leaving.values()) clearTimeout(away);
  }

  private tell(userId: string): void {
    for (const changed of this.watchers.get(userId) ?? []) changed();
  }
}

/** Has somebody called for each of some keys, until the returned function is called. */
export function watchIn(
  watchers: Map<string, Set<() => void>>,
  keys: readonly string[],
  changed: () => void,
): () => void {
  for (const key of keys) watchers.set(key, (watchers.get(key) ?? new Set()).add(changed));
  return () => {
    for (const key of keys) {
      const watching = watchers.get(key);
      watching?.delete(changed);
      if (watching?.size === 0) watchers.delete(key);
    }
  };
}
