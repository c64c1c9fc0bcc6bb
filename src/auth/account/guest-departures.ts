import { Injectable } from '@nestjs/common';
import type { Reader, Transaction } from '../../database/index.js';

interface Departure {
  /** The rooms that it changes, which have to be locked. */
  roomsOf(where: Reader, userId: string): Promise<string[]>;
  run(tx: Transaction, userId: string): Promise<void>;
}

/** What else must happen, in the same transaction, when a guest's stay ends. Features to the right register theirs here. */
@Injectable()
export class GuestDepartures {
  private readonly departures: Departure[] = [];

  register(departure: Departure): void {
    this.departures.push(departure);
  }

  async roomsOf(where: Reader, userId: string): Promise<string[]> {
    const rooms = await Promise.all(this.departures.map((departure) => departure.roomsOf(where, userId)));
    return rooms.flat();
  }

  async run(tx: Transaction, userId: string): Promise<void> {
    for (const departure of this.departures) await departure.run(tx, userId);
  }
}
