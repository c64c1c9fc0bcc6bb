import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { OnlinePeople } from '../../presence/index.js';
import { networkOf, Tally } from '../../runtime/index.js';
import { GuestsHere } from '../../users/index.js';
import type { LiveConnection } from './live-connection.js';

const MAX_OF_ADDRESS = 200;
const MAX_OF_ACCOUNT = 50;
/** What one event may cost for all of an account's subscriptions together. The web client follows things for 331 on each of its sockets. */
const MAX_COST_OF_ACCOUNT = 25_000;

/** The sockets and streams that are open, how many of them each address and each account has, and what they follow. */
@Injectable()
export class Connections implements Iterable<LiveConnection> {
  private readonly open = new Set<LiveConnection>();
  private readonly perNetwork = new Tally();
  private readonly perAccount = new Tally();
  private readonly costPerAccount = new Tally();
  private isClosing = false;

  constructor(
    private readonly guests: GuestsHere,
    private readonly online: OnlinePeople,
    @InjectSettings() private readonly settings: Pick<Settings, 'rateLimits'>,
  ) {}

  add(connection: LiveConnection): void {
    this.open.add(connection);
    this.perNetwork.add(networkOf(connection.address), 1);
  }

  delete(connection: LiveConnection): void {
    if (!this.open.delete(connection)) return;
    this.perNetwork.add(networkOf(connection.address), -1);
    if (!connection.viewer) return;
    this.perAccount.add(connection.viewer.userId, -1);
    this.online.disconnected(connection.viewer.userId);
    if (connection.viewer.isGuest) this.guests.disconnected(connection.viewer.userId);
  }

  /** From now on a connection is somebody's; one that closed while they signed in would be counted for ever. */
  signedIn(connection: LiveConnection): void {
    if (!connection.viewer || !this.open.has(connection)) return;
    this.perAccount.add(connection.viewer.userId, 1);
    this.online.connected(connection.viewer.userId);
    if (connection.viewer.isGuest) this.guests.connected(connection.viewer.userId);
  }

  /** Whether the server stops, and takes nobody new. */
  get areOver(): boolean {
    return this.isClosing;
  }

  /** Asks every client to come back later. */
  sendAway(): void {
    this.isClosing = true;
    for (const connection of this.open) connection.sendAway();
  }

  hasRoomForAddress(address: string): boolean {
    return !this.settings.rateLimits || this.ofAddress(address) < MAX_OF_ADDRESS;
  }

  hasRoomForAccount({ userId }: Actor): boolean {
    return !this.settings.rateLimits || this.ofAccount(userId) < MAX_OF_ACCOUNT;
  }

  ofAddress(address: string): number {
    return this.perNetwork.of(networkOf(address));
  }

  ofAccount(userId: string): number {
    return this.perAccount.of(userId);
  }

  /** Counts what one event costs a subscription of an account; gives what is to be called at its end, or nothing where all of them cost too much. */
  charge(viewer: Actor | null, cost: number): (() => void) | undefined {
    if (!viewer || !this.settings.rateLimits) return free;
    if (this.costPerAccount.of(viewer.userId) + cost > MAX_COST_OF_ACCOUNT) return undefined;
    this.costPerAccount.add(viewer.userId, cost);
    return () => {
      this.costPerAccount.add(viewer.userId, -cost);
    };
  }

  [Symbol.iterator](): Iterator<LiveConnection> {
    return this.open.values();
  }
}

function free(): void {
  // Costs nothing that would have to be given back.
}
