import { setTimeout } from 'node:timers/promises';
import type { Client } from '../clients/client.js';
import { SocketClosed } from '../clients/line.js';
import type { Venue } from '../contestants/contestant.js';
import { inParallel } from '../contestants/in-parallel.js';
import { type Audience, Deliveries } from './deliveries.js';
import { numberedBody } from './numbered.js';
import { soon } from './soon.js';

export interface Seat {
  readonly person: number;
  readonly room: number;
}

/** Whoever speaks in a room. */
export type SenderOf = (room: number) => Client;

const MAX_TRIES = 20;
const ASK_AGAIN_MILLISECONDS = 500;
/** A queue of connections that overflows costs those in it a second of TCP's patience, which is no server's doing. */
const CONNECTING_AT_ONCE = 250;

/** Subscribers of rooms, each on a socket of its own, with the account of what they get. */
export class Crowd {
  /** The account that is open now. */
  deliveries: Deliveries;
  private readonly audience: Audience;
  private readonly clients: Client[] = [];
  private readonly lastFrames: Buffer[] = [];
  private receive: (subscriber: number, message: number) => void = () => undefined;
  private lastMessage = 0;

  constructor(
    private readonly venue: Venue,
    private readonly seats: readonly Seat[],
    private readonly senderOf: SenderOf,
  ) {
    const sizes = venue.rooms.map((_, room) => seats.filter((seat) => seat.room === room).length);
    this.audience = { roomOf: seats.map(({ room }) => room), sizes };
    this.deliveries = new Deliveries(this.audience);
  }

  /** A crowd whose subscriptions have all delivered something. */
  static async gather(venue: Venue, seats: readonly Seat[], senderOf: SenderOf): Promise<Crowd> {
    const crowd = new Crowd(venue, seats, senderOf);
    await crowd.everySeat((seat) => crowd.subscribe(seat));
    await crowd.rouse();
    return crowd;
  }

  /** Does something for each seat, many of them at once. */
  everySeat<T>(work: (subscriber: number) => Promise<T>): Promise<T[]> {
    return inParallel(this.seats.length, work, { atOnce: CONNECTING_AT_ONCE });
  }

  async subscribe(subscriber: number): Promise<Client> {
    const client = await this.connect(subscriber);
    await client.subscribe(this.roomOf(subscriber), this.receiverFor(subscriber));
    return client;
  }

  /** Goes on with a new socket where the last one of this subscriber was cut; resolves with how often it had to try. */
  async resume(subscriber: number): Promise<number> {
    for (let tries = 1; ; tries += 1) {
      const last = this.lastFrames[subscriber];
      if (!last) throw new Error('Who has never had a message cannot resume.');
      try {
        const client = await this.connect(subscriber);
        await client.resume(this.roomOf(subscriber), last, this.receiverFor(subscriber));
        return tries;
      } catch (error) {
        // A server in a storm may send people away; they come again, as any client does, with the last that they have.
        if (!(error instanceof SocketClosed) || tries === MAX_TRIES) throw error;
      }
    }
  }

  cutAll(): void {
    for (const client of this.clients) client.cut();
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
  async send(room: number): Promise<void> {
    const { acknowledged, delivered } = this.say(room);
    await soon(Promise.all([acknowledged, delivered]), 'a message is with everybody', { seconds: 60 });
  }

  say(room: number): { acknowledged: Promise<void>; delivered: Promise<void> } {
    this.lastMessage += 1;
    const delivered = this.deliveries.expect(this.lastMessage, room);
    return { acknowledged: this.senderOf(room).send(this.nameOf(room), numberedBody(this.lastMessage)), delivered };
  }

  /** Not every protocol says when a subscription is open: whoever has the newest message has one. Then the account is opened. */
  async rouse(): Promise<void> {
    for (const room of new Set(this.audience.roomOf)) await this.rouseRoom(room);
    this.openAccount();
  }

  private async rouseRoom(room: number): Promise<void> {
    const everybody = this.audience.roomOf.flatMap((itsRoom, subscriber) => (itsRoom === room ? [subscriber] : []));
    let missing = new Set(everybody);
    const roused = Promise.withResolvers<undefined>();
    this.receive = (subscriber, message) => {
      if (message === this.lastMessage) missing.delete(subscriber);
      if (missing.size === 0) roused.resolve(undefined);
    };
    for (let tries = 0; missing.size > 0; tries += 1) {
      if (tries > 100) throw new Error(`${String(missing.size)} subscribers get nothing.`);
      missing = new Set(everybody);
      this.lastMessage += 1;
      await this.senderOf(room).send(this.nameOf(room), numberedBody(this.lastMessage));
      await Promise.race([roused.promise, setTimeout(ASK_AGAIN_MILLISECONDS)]);
    }
  }

  private async connect(subscriber: number): Promise<Client> {
    const client = await this.venue.listen(this.seats[subscriber]?.person ?? 0);
    this.clients[subscriber] = client;
    return client;
  }

  private receiverFor(subscriber: number): (message: number, frame: Buffer) => void {
    return (message, frame) => {
      this.lastFrames[subscriber] = frame;
      this.receive(subscriber, message);
    };
  }

  private roomOf(subscriber: number): string {
    return this.nameOf(this.audience.roomOf[subscriber] ?? 0);
  }

  private nameOf(room: number): string {
    const name = this.venue.rooms[room];
    if (name === undefined) throw new Error('The plan has no such room.');
    return name;
  }
}
