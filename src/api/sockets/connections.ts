import type { OnlinePeople } from '../../presence/index.js';
import { networkOf, Tally } from '../../runtime/index.js';
import type { GuestsHere } from '../../users/index.js';
import type { Connection } from './connection.js';

/** The sockets that are open, and how many of them each address and each account has. */
export class Connections implements Iterable<Connection> {
  private readonly open = new Set<Connection>();
  private readonly perNetwork = new Tally();
  private readonly perAccount = new Tally();
  private readonly costPerAccount = new Tally();

  constructor(
    private readonly guests: GuestsHere,
    private readonly online: OnlinePeople,
  ) {}

  add(connection: Connection): void {
    this.open.add(connection);
    this.perNetwork.add(networkOf(connection.address), 1);
  }

  delete(connection: Connection): void {
    if (!this.open.delete(connection)) return;
    this.perNetwork.add(networkOf(connection.address), -1);
    if (!connection.viewer) return;
    this.perAccount.add(connection.viewer.userId, -1);
    this.online.disconnected(connection.viewer.userId);
    if (connection.viewer.isGuest) this.guests.disconnected(connection.viewer.userId);
  }

  /** From now on a connection is somebody's; one that closed while they signed in would be counted for ever. */
  signedIn(connection: Connection): void {
    if (!connection.viewer || !this.open.has(connection)) return;
    this.perAccount.add(connection.viewer.userId, 1);
    this.online.connected(connection.viewer.userId);
    if (connection.viewer.isGuest) this.guests.connected(connection.viewer.userId);
  }

  ofAddress(address: string): number {
    return this.perNetwork.of(networkOf(address));
  }

  ofAccount(userId: string): number {
    return this.perAccount.of(userId);
  }

  /** What one event costs an account's subscriptions in all, if each of them shows it. */
  costOfAccount(userId: string): number {
    return this.costPerAccount.of(userId);
  }

  /** Counts a subscription's cost for an account, until the returned function is called. */
  take(userId: string, cost: number): () => void {
    this.costPerAccount.add(userId, cost);
    return () => {
      this.costPerAccount.add(userId, -cost);
    };
  }

  [Symbol.iterator](): Iterator<Connection> {
    return this.open.values();
  }
}
