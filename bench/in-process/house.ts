import 'reflect-metadata';
import { join } from 'node:path';
import { setTimeout as elapse } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { z } from 'zod';
import type { Actor, BotGrant } from '#server/caller/index.js';
import { readSettings } from '#server/config/index.js';
import { ConsumerLag } from '#server/consumers/consumer-lag.js';
import { ConsumersService } from '#server/consumers/consumers.service.js';
import { SubscriberContext, Subscriptions } from '#server/feed/index.js';
import { EventLog } from '#server/log/index.js';
import { MessagesService } from '#server/messages/messages.service.js';
import { StreamingService } from '#server/messages/streaming/streaming.service.js';
import { PresenceService } from '#server/presence/index.js';
import { startServer } from '#server/server.js';
import { newFolder } from '../contestants/folder.js';
import { HttpCaller } from '../clients/http-caller.js';
import { Rows, type Values } from '../history/rows.js';

interface HouseSize {
  readonly inside: number;
  readonly outside: number;
  readonly rooms: number;
}

const ROOMS_OF_EACH = 5;
const REGISTERED = z.object({
  data: z.object({ register: z.object({ session: z.object({ accessToken: z.string() }) }) }),
});
const PASSWORD = 'a long enough password';
const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) { session { accessToken } } }';
const CREATE = 'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id } } }';
const FOLLOW = parse(`subscription {
  events {
    cursor live mark
    event { id ... on MessageSent { seq message { id number body createdAt author { id displayName } } } }
  }
}`);

const STREAMS = parse('subscription ($id: ID!) { roomStreams(roomId: $id) { message { id } offset text isDone } }');
const PRESENCE = parse('subscription ($id: ID!) { roomPresence(roomId: $id) { hereCount typing { id displayName } } }');
/** What a model writes in a quarter of a second. */
const PIECE = 'five or six more words, ';
const PIECES_A_SECOND = 4;
const EVERY_RIGHT: BotGrant = { tokenId: '', ownerId: '', scopes: new Set(), roomIds: null };

const IN_FLIGHT = 200;
const CONSUME = parse(`subscription ($name: String!, $filter: EventFilter, $inFlight: Int) {
  consume(name: $name, filter: $filter, inFlight: $inFlight) {
    cursor live mark
    event { id ... on MessageSent { seq message { id number body createdAt author { id displayName } } } }
  }
}`);

/** A server inside this process, whose people follow all their rooms without a socket: what they cost is what the feed costs. */
export class House {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly schema: GraphQLSchema,
    /** In the room that is spoken in, the speaker first. */
    private readonly inside: readonly string[],
    private readonly outside: readonly string[],
    private readonly room: string,
    readonly close: () => Promise<void>,
  ) {}

  /** So many are in the room that is spoken in, and so many others are each in a few rooms of their own. */
  static async open(size: HouseSize): Promise<House> {
    const folder = newFolder();
    const settings = readSettings({
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${join(folder, 'tertulia.db')}`,
      UPLOADS_DIR: join(folder, 'uploads'),
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
    });
    const first = await startServer(settings);
    await furnish(first.url);
    await first.stop();
    const people = populate(join(folder, 'tertulia.db'), size);
    const server = await startServer(settings);
    const { schema } = server.app.get(GraphQLSchemaHost);
    return new House(server.app, schema, people.inside, people.outside, people.room, () => server.stop());
  }

  async followFromInside(): Promise<Listeners> {
    return this.follow(this.inside);
  }

  async followFromOutside(): Promise<Listeners> {
    return this.follow(this.outside);
  }

  async say(body: string): Promise<void> {
    const [speaker = ''] = this.inside;
    await this.app.get(MessagesService).sendMessage(actor(speaker), { roomId: this.room, body });
  }

  /** The CPU of a second in which bots write so many messages piece by piece and all in the room read along, in milliseconds. */
  async cpuOfStreams(streams: number, seconds: number): Promise<number> {
    const { released } = await this.subscribe(STREAMS, this.inside);
    const bot = { ...actor(this.inside[0] ?? ''), bot: EVERY_RIGHT };
    const [messages, streaming] = [this.app.get(MessagesService), this.app.get(StreamingService)];
    const begin = () => messages.sendMessage(bot, { roomId: this.room, body: '', isStreaming: true });
    const ids = (await Promise.all(Array.from({ length: streams }, begin))).map(({ id }) => id);
    const lengths = new Map(ids.map((id) => [id, 0]));
    const write = async (messageId: string): Promise<void> => {
      const { length } = await streaming.streamMessage(bot, {
        messageId,
        offset: lengths.get(messageId) ?? 0,
        text: PIECE,
      });
      lengths.set(messageId, length);
    };
    const cpu = await cpuWhile(seconds, PIECES_A_SECOND, () => Promise.all(ids.map(write)));
    await released();
    return cpu;
  }

  /** The same while so many people type. */
  async cpuOfTyping(people: number, seconds: number): Promise<number> {
    const { released } = await this.subscribe(PRESENCE, this.inside);
    const presence = this.app.get(PresenceService);
    const writers = this.inside.slice(0, people).map(actor);
    // As often as the web client says it.
    const cpu = await cpuWhile(seconds, 1 / 3, () =>
      Promise.all(writers.map((writer) => presence.setTyping(writer, this.room))),
    );
    await released();
    return cpu;
  }

  /** Consumes, as the speaker, what there is by now, and lets go; acknowledges some of it where that is said. */
  async consume(
    name: string,
    { filter, acknowledgesEvery = Infinity }: { filter?: object; acknowledgesEvery?: number } = {},
  ): Promise<void> {
    const [speaker = ''] = this.inside;
    const consumers = this.app.get(ConsumersService);
    const handler = new Handler(acknowledgesEvery, (cursor) => consumers.acknowledge(actor(speaker), name, cursor));
    const contextValue = new SubscriberContext(actor(speaker), '', this.app.get(EventLog).head(), handler);
    const variableValues = { name, filter, inFlight: IN_FLIGHT };
    const opened = await this.app
      .get(Subscriptions)
      .subscribe({ schema: this.schema, document: CONSUME, variableValues, contextValue });
    if (!(Symbol.asyncIterator in opened)) throw new Error(JSON.stringify(opened));
    void opened.next();
    await handler.hasCaughtUp;
    await opened.return();
  }

  /** How far a consumer of the speaker is behind. */
  async lag(name: string): Promise<number> {
    const [speaker = ''] = this.inside;
    const consumer = await this.app.get(ConsumersService).consumer(actor(speaker), name);
    if (!consumer) throw new Error('There is no such consumer.');
    return this.app.get(ConsumerLag).of(actor(speaker), consumer);
  }

  private async follow(people: readonly string[]): Promise<Listeners> {
    const { listeners } = await this.subscribe(FOLLOW, people);
    await listeners.heard(people.length);
    return listeners;
  }

  /** All of them subscribe with one operation, until they are released. */
  private async subscribe(document: DocumentNode, people: readonly string[]) {
    const listeners = new Listeners();
    const subscriptions = this.app.get(Subscriptions);
    const log = this.app.get(EventLog);
    const variableValues = { id: this.room };
    const releases: (() => Promise<unknown>)[] = [];
    for (const person of people) {
      const contextValue = new SubscriberContext(actor(person), '', log.head(), listeners);
      const opened = await subscriptions.subscribe({ schema: this.schema, document, variableValues, contextValue });
      if (!(Symbol.asyncIterator in opened)) throw new Error(JSON.stringify(opened));
      void opened.next();
      releases.push(() => opened.return());
    }
    return { listeners, released: () => Promise.all(releases.map((release) => release())) };
  }
}

/** The way out of many subscriptions at once: it takes everything, and counts it. */
class Listeners {
  readonly isFull = false;
  private count = 0;
  private waiting: { count: number; resolve: () => void } | undefined;

  readonly encode = (result: unknown): { bytes: Buffer } => ({ bytes: Buffer.from(JSON.stringify(result)) });

  send(): void {
    this.count += 1;
    if (this.waiting && this.count >= this.waiting.count) this.waiting.resolve();
  }

  drained(): Promise<void> {
    return Promise.resolve();
  }

  /** Resolves once so many more were heard, all listeners together. */
  async heard(more: number): Promise<void> {
    if (this.count < more) await new Promise<void>((resolve) => (this.waiting = { count: more, resolve }));
    this.waiting = undefined;
    this.count -= more;
  }
}

const ITEM = z.object({
  data: z.object({ consume: z.object({ cursor: z.string(), mark: z.string().nullable() }) }),
});

/** A client that handles at once what it gets, and acknowledges every so many. */
class Handler {
  readonly isFull = false;
  readonly hasCaughtUp: Promise<void>;
  private count = 0;
  private caughtUp: () => void = () => undefined;

  constructor(
    private readonly every: number,
    private readonly acknowledge: (cursor: string) => Promise<unknown>,
  ) {
    this.hasCaughtUp = new Promise((resolve) => (this.caughtUp = resolve));
  }

  readonly encode = (result: unknown): { bytes: Buffer } => ({ bytes: Buffer.from(JSON.stringify(result)) });

  send({ bytes }: { readonly bytes: Buffer }): void {
    this.count += 1;
    const { cursor, mark } = ITEM.parse(JSON.parse(bytes.toString())).data.consume;
    if (mark !== null) this.caughtUp();
    else if (this.count % this.every === 0) void this.acknowledge(cursor);
  }

  drained(): Promise<void> {
    return Promise.resolve();
  }
}

/** In milliseconds for each second, after a first one that warms up. */
async function cpuWhile(seconds: number, timesASecond: number, work: () => Promise<unknown>): Promise<number> {
  let before = process.cpuUsage();
  for (let turn = 0; turn < (1 + seconds) * timesASecond; turn += 1) {
    if (turn === Math.ceil(timesASecond)) before = process.cpuUsage();
    const pause = elapse(1000 / timesASecond);
    await work();
    await pause;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / seconds;
}

async function furnish(url: string): Promise<void> {
  const caller = new HttpCaller(url);
  const registered = await caller.call({
    query: REGISTER,
    variables: { input: { username: 'ada', password: PASSWORD } },
  });
  const { accessToken } = REGISTERED.parse(JSON.parse(registered)).data.register.session;
  await caller.call({ query: CREATE, variables: { input: { name: 'Hall', visibility: 'PRIVATE' } } }, accessToken);
  caller.close();
}

interface Population {
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  readonly room: string;
}

/** Copies the rows that the server wrote of its first person and room, so that whatever columns they have are right. */
function populate(file: string, { inside, outside, rooms }: HouseSize): Population {
  const rows = new Rows(file);
  const samples = { user: rows.find('select * from user'), room: rows.find('select * from room') };
  const [ada, hall, membership] = [samples.user[0], samples.room[0], rows.find('select * from membership')[0]];
  if (!ada || !hall || !membership) throw new Error('Nobody is there who could be copied.');
  let last = 0;
  const copier = (table: string, sample: Values) => {
    const add = rows.inserter(table, Object.keys(sample));
    return (fresh: Values): string => {
      const id = `01900000-0000-7000-8000-${(last += 1).toString(16).padStart(12, '0')}`;
      add({ ...sample, id, ...fresh });
      return id;
    };
  };
  const [addUser, addRoom, addMembership] = [
    copier('user', ada),
    copier('room', hall),
    copier('membership', membership),
  ];
  const person = (): string => addUser({ username: `person${String(last)}`, username_key: `person${String(last)}` });
  const enter = (userId: string, roomId: string): string =>
    addMembership({ user_id: userId, room_id: roomId, role: 'MEMBER' });
  const population = { inside: [String(ada.id)], outside: [] as string[], room: String(hall.id) };
  rows.together(() => {
    const others = Array.from({ length: rooms }, () =>
      addRoom({ name: `Room ${String(last)}`, name_key: `room ${String(last)}` }),
    );
    for (let one = 1; one < inside; one += 1) population.inside.push(person());
    for (const userId of population.inside.slice(1)) enter(userId, population.room);
    for (let one = 0; one < outside; one += 1) {
      const userId = person();
      population.outside.push(userId);
      for (let room = 0; room < ROOMS_OF_EACH; room += 1)
        enter(userId, others[(one * ROOMS_OF_EACH + room) % rooms] ?? '');
    }
  });
  rows.close();
  return population;
}

function actor(userId: string): Actor {
  return { userId, sessionId: '', isGuest: false, expiresAt: new Date(8.64e15), bot: null };
}
