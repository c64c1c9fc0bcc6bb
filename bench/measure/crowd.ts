import { setTimeout } from 'node:timers/promises';
import type { Client } from '../clients/client.js';
import type { Venue } from '../contestants/contestant.js';
import { inParallel } from '../contestants/in-parallel.js';
import { type Audience, Deliveries } from './deliveries.js';
import { numberedBody } from './numbered.js';
import { soon } from './soon.js';

export interface Seat {
  readonly person: number;
  readonly room: number;
}

const ASK_AGAIN_MILLISECONDS = 500;

/** Subscribers of rooms, each on a socket of its own, with the account of what they get. */
export class Crowd {
  /** The account that is open now. */
  deliveries: Deliveries;
  private readonly audience: Audience;
  private receive: (subscriber: number, message: number) => void = () => undefined;
  private lastMessage = 0;

  private constructor(
    private readonly venue: Venue,
    private readonly seats: readonly Seat[],
  ) {
    const sizes = venue.rooms.map((_, room) => seats.filter((seat) => seat.room === room).length);
    this.audience = { roomOf: seats.map(({ room }) => room), sizes };
    this.deliveries = new Deliveries(this.audience);
  }

  /** Resolves when the subscription of each seat has delivered its first message. */
  static async gather(venue: Venue, seats: readonly Seat[], sender: Client): Promise<Crowd> {
    const crowd = new Crowd(venue, seats);
    await inParallel(seats.length, (seat) => crowd.seat(seat));
    for (const room of new Set(crowd.audience.roomOf)) await crowd.rouse(room, sender);
    crowd.openAccount();
    return crowd;
  }

  /** From now on every delivery counts, and each must come once. */
  openAccount(): void {
    const deliveries = new Deliveries(this.audience);
    this.deliveries = deliveries;
    this.receive = (subscriber, message) => {
      deliveries.receive(subscriber, message);
    };
  }

  /** Resolves when the message is acknowledged and everybody in the room has it. */
  async send(sender: Client, room: number): Promise<void> {
    this.lastMessage += 1;
    const delivered = this.deliveries.expect(this.lastMessage, room);
    const acknowledged = sender.send(this.nameOf(room), numberedBody(this.lastMessage));
    await soon(Promise.all([delivered, acknowledged]), 'a message is with everybody');
  }

  private async seat(subscriber: number): Promise<void> {
    const { person, room } = this.seats[subscriber] ?? { person: 0, room: 0 };
    const client = await this.venue.connect(person);
    await client.subscribe(this.nameOf(room), (message) => {
      this.receive(subscriber, message);
    });
  }

  /** Not every protocol says when a subscription is open: whoever has the newest message has one. */
  private async rouse(room: number, sender: Client): Promise<void> {
    const missing = new Set(
      this.audience.roomOf.flatMap((seated, subscriber) => (seated === room ? [subscriber] : [])),
    );
    const everybody = [...missing];
    const roused = Promise.withResolvers<undefined>();
    this.receive = (subscriber, message) => {
      if (message === this.lastMessage) missing.delete(subscriber);
      if (missing.size === 0) roused.resolve(undefined);
    };
    for (let tries = 0; missing.size > 0; tries += 1) {
      if (tries > 100) throw new Error(`${String(missing.size)} subscribers get nothing.`);
      for (const subscriber of everybody) missing.add(subscriber);
      this.lastMessage += 1;
      await sender.send(this.nameOf(room), numberedBody(this.lastMessage));
      await Promise.race([roused.promise, setTimeout(ASK_AGAIN_MILLISECONDS)]);
    }
  }

  private nameOf(room: number): string {
    const name = this.venue.rooms[room];
    if (name === undefined) throw new Error('The plan has no such room.');
    return name;
  }
}
