import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

type Departure = (tx: Transaction, userId: string) => Promise<void>;

/** What else must happen, in the same transaction, when a guest's stay ends. Features to the right register theirs here. */
@Injectable()
export class GuestDepartures {
  private readonly departures: Departure[] = [];

  register(departure: Departure): void {
    this.departures.push(departure);
  }

  async run(tx: Transaction, userId: string): Promise<void> {
    for (const departure of this.departures) await departure(tx, userId);
  }
}
