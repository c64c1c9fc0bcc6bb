import { networkOf } from '../../common/index.js';
import type { Connection } from './connection.js';

/** The sockets that are open, and how many of them each address and each account has. */
export class Connections implements Iterable<Connection> {
  private readonly open = new Set<Connection>();
  private readonly perNetwork = new Map<string, number>();
  private readonly perAccount = new Map<string, number>();
  private readonly costPerAccount = new Map<string, number>();

  add(connection: Connection): void {
    this.open.add(connection);
    count(this.perNetwork, networkOf(connection.address), 1);
  }

  delete(connection: Connection): void {
    if (!this.open.delete(connection)) return;
    count(this.perNetwork, networkOf(connection.address), -1);
    if (connection.viewer) count(this.perAccount, connection.viewer.userId, -1);
  }

  /** From now on a connection is somebody's; one that closed while they signed in would be counted for ever. */
  signedIn(connection: Connection): void {
    if (connection.viewer && this.open.has(connection)) count(this.perAccount, connection.viewer.userId, 1);
  }

  ofAddress(address: string): number {
    return this.perNetwork.get(networkOf(address)) ?? 0;
  }

  ofAccount(userId: string): number {
    return this.perAccount.get(userId) ?? 0;
  }

  /** What one event costs an account's subscriptions in all, if each of them shows it. */
  costOfAccount(userId: string): number {
    return this.costPerAccount.get(userId) ?? 0;
  }

  /** Counts a subscription's cost for an account, until the returned function is called. */
  take(userId: string, cost: number): () => void {
    count(this.costPerAccount, userId, cost);
    return () => {
      count(this.costPerAccount, userId, -cost);
    };
  }

  [Symbol.iterator](): Iterator<Connection> {
    return this.open.values();
  }
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const now = (counts.get(key) ?? 0) + by;
  if (now > 0) counts.set(key, now);
  else counts.delete(key);
}
