import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '../support/chance/rounds.js';
import {
  acknowledges,
  consumes,
  type Consuming,
  makesConsumer,
  type Wanted,
  wordsIn,
} from '../support/feeds/consumer.js';
import type { FeedItem } from '../support/feeds/feed.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import type { Socket } from '../support/sockets/socket.js';

const server = await aServer();
const NAME = 'echo';

/** Something that was said, as the model knows it. */
interface Said {
  readonly id: string;
  readonly room: number;
  readonly isByViewer: boolean;
  readonly names: boolean;
}

type Step =
  | { readonly does: 'say'; readonly room: number; readonly isByViewer: boolean; readonly names: boolean }
  | { readonly does: 'take'; readonly most: number }
  | { readonly does: 'acknowledge'; readonly which: number }
  | { readonly does: 'cut' }
  | { readonly does: 'consume'; readonly filter: keyof typeof FILTERS; readonly inFlight: number };

/** Each kind of filter, for the server and for the model. */
const FILTERS = {
  none: { ask: () => ({}), passes: () => true },
  room: { ask: (rooms) => ({ roomIds: [rooms[0] ?? ''] }), passes: ({ room }) => room === 0 },
  others: { ask: () => ({ notByViewer: true }), passes: ({ isByViewer }) => !isByViewer },
  mentions: { ask: () => ({ mentionsViewer: true }), passes: ({ names }) => names },
  known: { ask: () => ({ types: ['MessageSent', 'FutureEvent'] }), passes: () => true },
  unknown: { ask: () => ({ types: ['FutureEvent'] }), passes: () => false },
} satisfies Record<string, { ask: (rooms: readonly string[]) => Wanted; passes: (said: Said) => boolean }>;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('say' as const),
      room: fc.nat(1),
      isByViewer: fc.boolean(),
      names: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('take' as const), most: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('acknowledge' as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cut' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('consume' as const),
      filter: fc.constantFrom(...(Object.keys(FILTERS) as (keyof typeof FILTERS)[])),
      inFlight: fc.integer({ min: 1, max: 4 }),
    }),
  },
);

it('whatever is delivered, acknowledged, cut, taken over and filtered otherwise, the model says what comes next', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      await using chance = await Chance.begins();
      for (const one of steps) await chance.goes(one);
      await chance.ends();
    }),
    { numRuns: rounds({ quick: 6, thorough: 150 }) },
  );
}, 600_000);

/** One run: what the server does, and what the model of it says. */
class Chance {
  /** All that was said since the consumer began. */
  private readonly log: Said[] = [];
  /** What was ever delivered, with its place in the log. */
  private readonly delivered: { readonly at: number; readonly cursor: string }[] = [];
  /** So much of the log is acknowledged. */
  private acknowledged = 0;
  private open: Open | undefined;

  private constructor(
    private readonly ada: Person,
    private readonly ben: Person,
    private readonly rooms: readonly { readonly id: string }[],
  ) {}

  static async begins(): Promise<Chance> {
    const { ada, ben } = await aCast(server);
    const rooms = [await aRoom(ada, [ben]), await aRoom(ada, [ben])];
    await makesConsumer(ben, NAME);
    return new Chance(ada, ben, rooms);
  }

  async goes(one: Step): Promise<void> {
    if (one.does === 'say') await this.say(one);
    else if (one.does === 'take') await this.take(one.most);
    else if (one.does === 'acknowledge') await this.acknowledge(one.which);
    else if (one.does === 'cut') this.cut();
    else await this.consume(one.filter, one.inFlight);
  }

  /** Everything that was not acknowledged is still to come. */
  async ends(): Promise<void> {
    await using socket = await this.ben.opensSocket();
    const items = await consumes(socket, NAME, { inFlight: 1000 }).untilCaughtUp();
    expect(wordsIn(items)).toHaveLength(this.log.length - this.acknowledged);
    expect(items.flatMap(({ event }) => event?.message?.id ?? [])).toEqual(
      this.log.slice(this.acknowledged).map(({ id }) => id),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.open?.socket.close();
  }

  private async say({ room, isByViewer, names }: Omit<Said, 'id'>): Promise<void> {
    const who = isByViewer ? this.ben : this.ada;
    const { id } = await who.says(names ? `@${this.ben.username}` : 'Hello', this.rooms[room] ?? { id: '' });
    this.log.push({ id, room, isByViewer, names });
  }

  private async take(most: number): Promise<void> {
    const { open } = this;
    if (!open) return;
    for (let taken = 0; taken < most; taken += 1) {
      const next = this.nextFor(open);
      if (next === undefined) {
        await this.expectNothing(open);
        return;
      }
      this.takes(open, next, await this.nextEvent(open));
    }
  }

  /** The place of the next thing that is to come, where there is one and room for it. */
  private nextFor(open: Open): number | undefined {
    if (open.inFlight.length >= open.most) return undefined;
    const next = this.log.findIndex((said, at) => at >= open.next && FILTERS[open.filter].passes(said));
    return next === -1 ? undefined : next;
  }

  private takes(open: Open, at: number, { cursor, event }: FeedItem): void {
    expect(event?.message?.id).toBe(this.log[at]?.id);
    open.next = at + 1;
    open.inFlight.push(at);
    this.delivered.push({ at, cursor });
  }

  /** What was acknowledged in the meantime may have been under way. */
  private async nextEvent({ consuming }: Open): Promise<FeedItem> {
    for (;;) {
      const item = await consuming.next();
      const at = this.log.findIndex(({ id }) => id === item.event?.message?.id);
      if (item.event && at >= this.acknowledged) return item;
    }
  }

  /** The window is full, or there is nothing: whatever still comes is a mark, or was acknowledged in the meantime. */
  private async expectNothing({ socket, consuming }: Open): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    await socket.subscribes('{ viewer { eventCursor } }').answer();
    while (consuming.waiting > 0) {
      const { event } = await consuming.next();
      if (event) expect(this.log.findIndex(({ id }) => id === event.message?.id)).toBeLessThan(this.acknowledged);
    }
  }

  private async acknowledge(which: number): Promise<void> {
    const chosen = this.delivered[which % Math.max(1, this.delivered.length)];
    if (!chosen) return;
    await acknowledges(this.ben, NAME, chosen);
    this.acknowledged = Math.max(this.acknowledged, chosen.at + 1);
    const { open, acknowledged } = this;
    if (!open) return;
    open.inFlight = open.inFlight.filter((at) => at >= acknowledged);
    open.next = Math.max(open.next, acknowledged);
  }

  private cut(): void {
    this.open?.socket.cut();
    this.open = undefined;
  }

  private async consume(filter: keyof typeof FILTERS, inFlight: number): Promise<void> {
    const older = this.open;
    const socket = await this.ben.opensSocket();
    const wanted = FILTERS[filter].ask(this.rooms.map(({ id }) => id));
    const consuming = consumes(socket, NAME, { filter: wanted, inFlight });
    this.open = { socket, consuming, filter, most: inFlight, next: this.acknowledged, inFlight: [] };
    if (!older) return;
    for (let outcome; outcome !== 'CONFLICT';) {
      outcome = await older.consuming.nextOrRefusal();
      if (typeof outcome === 'string') expect(outcome).toBe('CONFLICT');
    }
    await older.socket.close();
  }
}

interface Open {
  readonly socket: Socket;
  readonly consuming: Consuming;
  readonly filter: keyof typeof FILTERS;
  /** So many may be in flight. */
  readonly most: number;
  next: number;
  inFlight: number[];
}
