import type { Person } from '../people/person.js';
import type { Socket, Subscription } from '../sockets/socket.js';
import type { FeedItem } from './feed.js';

const ITEM = `cursor live mark event { __typename id actor { id } ... on RoomEvent { seq room { id } }
  ... on MemberEvent { user { id } } ... on MessageEvent { message { id number body } }
  ... on ThreadMessageEvent { message { id number body } } }`;
const SHOWN = 'id name cursor lag acknowledgedAt isConnected';

export const CONSUME = `subscription ($name: String!, $filter: EventFilter, $inFlight: Int, $from: DateTime) {
  consume(name: $name, filter: $filter, inFlight: $inFlight, from: $from) { ${ITEM} }
}`;
export const ACKNOWLEDGE = `mutation ($input: AcknowledgeInput!) { acknowledge(input: $input) { consumer { ${SHOWN} } } }`;
export const DELETE_CONSUMER = 'mutation ($name: String!) { deleteConsumer(input: { name: $name }) { ok } }';
const CONSUMER = `query ($name: String!) { consumer(name: $name) { ${SHOWN} } }`;
const CONSUMERS = `{ consumers { ${SHOWN} } }`;

export interface ConsumerAnswer {
  readonly id: string;
  readonly name: string;
  readonly cursor: string;
  readonly lag: number;
  readonly acknowledgedAt: string | null;
  readonly isConnected: boolean;
}

export interface Wanted {
  readonly types?: readonly string[];
  readonly roomIds?: readonly string[];
  readonly mentionsViewer?: boolean;
  readonly notByViewer?: boolean;
}

interface How {
  readonly filter?: Wanted;
  readonly inFlight?: number;
  readonly from?: Date;
}

/** What somebody is given under the name of a consumer of theirs. */
export class Consuming {
  constructor(private readonly subscription: Subscription<{ consume: FeedItem }>) {}

  async next(): Promise<FeedItem> {
    return (await this.subscription.next()).consume;
  }

  /** The next item, or the code with which it ends. */
  async nextOrRefusal(): Promise<FeedItem | string> {
    const { data, errors } = await this.subscription.answer();
    const code = errors?.[0]?.extensions.code;
    if (code !== undefined) return code;
    if (!data?.consume) throw new Error('Answered with nothing.');
    return data.consume;
  }

  /** All items up to the first that satisfies the condition. */
  async until(condition: (item: FeedItem) => boolean): Promise<FeedItem[]> {
    return (await this.subscription.until(({ consume }) => condition(consume))).map(({ consume }) => consume);
  }

  /** Up to the mark that says that what follows is live. */
  untilCaughtUp(): Promise<FeedItem[]> {
    return this.until(({ mark }) => mark === 'CAUGHT_UP');
  }

  refusal(): Promise<string> {
    return this.subscription.refusal();
  }

  /** What has arrived and was not looked at. */
  get waiting(): number {
    return this.subscription.waiting;
  }

  unsubscribe(): void {
    this.subscription.unsubscribe();
  }
}

export function consumes(socket: Socket, name: string, how: How = {}): Consuming {
  return new Consuming(socket.subscribes(CONSUME, { name, ...how }));
}

/** Makes a consumer that begins now, and lets go of it. */
export async function makesConsumer(who: Person, name: string, how: How = {}): Promise<void> {
  await using socket = await who.opensSocket();
  await consumes(socket, name, how).until(({ mark }) => mark !== null);
}

export async function acknowledges(
  who: Person,
  consumer: string,
  { cursor }: { readonly cursor: string },
): Promise<ConsumerAnswer> {
  const input = { consumer, cursor };
  return (await who.asks<{ acknowledge: { consumer: ConsumerAnswer } }>(ACKNOWLEDGE, { input })).acknowledge.consumer;
}

export async function deletesConsumer(who: Person, name: string): Promise<void> {
  await who.asks(DELETE_CONSUMER, { name });
}

export async function consumerOf(who: Person, name: string): Promise<ConsumerAnswer | null> {
  return (await who.asks<{ consumer: ConsumerAnswer | null }>(CONSUMER, { name })).consumer;
}

export async function consumersOf(who: Person): Promise<ConsumerAnswer[]> {
  return (await who.asks<{ consumers: ConsumerAnswer[] }>(CONSUMERS)).consumers;
}

/** What was said, as far as items tell. */
export function wordsIn(items: readonly FeedItem[]): string[] {
  return items.flatMap(({ event }) => event?.message?.body ?? []);
}
