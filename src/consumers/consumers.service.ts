import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { PersonFeeds } from '../feed/index.js';
import { Cursors, EventLog, type LogPosition } from '../log/index.js';
import { Mentioned } from '../mentions/index.js';
import { Clock, newId } from '../runtime/index.js';
import { ConsumedFeed } from './consumed-feed.js';
import { ConsumerConnections } from './consumer-connections.js';
import type { Consumer, KeptFilter } from './consumer.entity.js';
import { ConsumerType } from './consumer.type.js';
import { ConsumerNotFound, TooManyConsumers } from './consumers.errors.js';
import type { EventFilterInput } from './consumers.inputs.js';
import { assertInFlight, assertMayConsume, assertName, filterFrom, isName, MAX_CONSUMERS } from './consumers.policy.js';
import {
  CLAIM_CONSUMER,
  CONSUMER_NAMED,
  CONSUMERS_OF,
  COUNT_OF_CONSUMERS,
  MOVE_CONSUMER,
  REMOVE_CONSUMER,
  SET_FILTER,
} from './consumers.queries.js';
import { WantedEvents } from './wanted-events.js';

interface Consumption {
  readonly name: string;
  readonly filter: EventFilterInput | null | undefined;
  readonly inFlight: number;
  readonly from: Date | null | undefined;
}

/** Places in the feeds of accounts that the server keeps. */
@Injectable()
export class ConsumersService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly log: EventLog,
    private readonly feeds: PersonFeeds,
    private readonly mentioned: Mentioned,
    private readonly connections: ConsumerConnections,
    private readonly clock: Clock,
  ) {}

  async consumer({ userId }: Actor, name: string): Promise<ConsumerType | null> {
    const consumer = await this.find(userId, name);
    return consumer && this.shown(consumer);
  }

  async consumers({ userId }: Actor): Promise<ConsumerType[]> {
    return (await this.database.find(CONSUMERS_OF, [userId])).map((consumer) => this.shown(consumer));
  }

  /** The feed from the place of the consumer, which is made where there is none. */
  async consume(actor: Actor, { name, filter, inFlight, from }: Consumption): Promise<ConsumedFeed> {
    assertMayConsume(actor);
    assertName(name);
    assertInFlight(inFlight);
    const { userId } = actor;
    const kept = filterFrom(filter);
    const { stream, unfollow: release } = this.feeds.follow();
    try {
      const { id: consumerId, isNew } = await this.open(userId, name, { filter: kept, from });
      return new ConsumedFeed({
        ...{ consumerId, stream, inFlight, release },
        reader: this.feeds.readerOf(actor),
        wanted: new WantedEvents(kept, userId, this.mentioned),
        isNew: isNew && from == null,
        findPlace: () => this.placeOf(userId, name),
        ...{ connections: this.connections, log: this.log },
      });
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Moves the place forward, never back. It is on disk before this resolves; those who acknowledge at once share a commit. */
  async acknowledge({ userId }: Actor, name: string, cursor: string): Promise<ConsumerType> {
    const place = await this.cursors.positionInFeed('all', cursor, 'cursor');
    const before = await this.get(userId, name, 'consumer');
    await this.cursors.placeIn(before);
    if (place.position <= before.position) return this.shown(before);
    const at = this.clock.now().getTime();
    const values = [place.position, place.eventId, at, userId, name, before.epoch, place.position];
    await this.database.writeTogether({ people: [userId] }, (tx) => tx.rows(MOVE_CONSUMER, values));
    // Whatever stands there now: another connection may have acknowledged more, or deleted it.
    const after = await this.get(userId, name, 'consumer');
    this.connections.acknowledged(after.id, after);
    return this.shown(after);
  }

  /** Whoever is connected is told. */
  async deleteConsumer({ userId }: Actor, name: string): Promise<void> {
    if (!isName(name)) return;
    const [removed] = await this.database.write({ people: [userId] }, (tx) =>
      tx.rows<{ id: string }>(REMOVE_CONSUMER, [userId, name]),
    );
    if (removed) this.connections.deleted(removed.id);
  }

  /** Finds the consumer, or makes it. */
  private async open(
    userId: string,
    name: string,
    { filter, from }: { readonly filter: KeptFilter; readonly from: Date | null | undefined },
  ): Promise<{ readonly id: string; readonly isNew: boolean }> {
    const text = JSON.stringify(filter);
    const known = await this.find(userId, name);
    if (known) await this.cursors.placeIn(known);
    if (known && JSON.stringify(known.filter) === text) return { id: known.id, isNew: false };
    const start = from == null ? this.log.head() : await this.log.placeAt(from);
    return this.database.write({ people: [userId] }, async (tx) => {
      const id = newId();
      const place = [start.position, start.eventId, this.cursors.epoch];
      const values = [id, userId, name, ...place, text, this.clock.now().getTime()];
      const [claimed] = await tx.rows(CLAIM_CONSUMER, values);
      if (claimed) {
        const [count] = await tx.rows<{ total: number }>(COUNT_OF_CONSUMERS, [userId]);
        if ((count?.total ?? 0) > MAX_CONSUMERS) throw new TooManyConsumers(MAX_CONSUMERS);
        return { id, isNew: true };
      }
      const [standing] = await tx.rows<{ id: string }>(SET_FILTER, [text, userId, name]);
      if (!standing) throw new ConsumerNotFound('name');
      return { id: standing.id, isNew: false };
    });
  }

  private async placeOf(userId: string, name: string): Promise<LogPosition> {
    return this.cursors.placeIn(await this.get(userId, name, 'name'));
  }

  private async get(userId: string, name: string, field: 'name' | 'consumer'): Promise<Consumer> {
    const consumer = await this.find(userId, name);
    if (!consumer) throw new ConsumerNotFound(field);
    return consumer;
  }

  private async find(userId: string, name: string): Promise<Consumer | null> {
    const [consumer] = isName(name) ? await this.database.find(CONSUMER_NAMED, [userId, name]) : [];
    return consumer ?? null;
  }

  private shown(consumer: Consumer): ConsumerType {
    const { id, name, acknowledgedAt, userId, position, filter, epoch } = consumer;
    const cursor = this.cursors.ofFeed('all', consumer, epoch);
    return { id, name, acknowledgedAt, cursor, userId, position, filter };
  }
}
