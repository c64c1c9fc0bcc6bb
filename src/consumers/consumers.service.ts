import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { PersonFeeds } from '../feed/index.js';
import { Cursors, EventLog, type LogPosition } from '../log/index.js';
import { Mentioned } from '../mentions/index.js';
import { ConsumedFeed } from './consumed-feed.js';
import { ConsumerConnections } from './consumer-connections.js';
import type { ConsumerType } from './consumer.type.js';
import { ConsumerNotFound } from './consumers.errors.js';
import type { EventFilterInput } from './consumers.inputs.js';
import { assertInFlight, assertMayConsume, assertName, filterFrom } from './consumers.policy.js';
import { KeptConsumers } from './kept-consumers.js';
import { ShownConsumers } from './shown-consumers.js';
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
    private readonly kept: KeptConsumers,
    private readonly shown: ShownConsumers,
    private readonly cursors: Cursors,
    private readonly log: EventLog,
    private readonly feeds: PersonFeeds,
    private readonly mentioned: Mentioned,
    private readonly connections: ConsumerConnections,
  ) {}

  async consumer({ userId }: Actor, name: string): Promise<ConsumerType | null> {
    const consumer = await this.kept.find(userId, name);
    return consumer && this.shown.shown(consumer);
  }

  /** The feed from the place of the consumer, which is made where there is none. */
  async consume(actor: Actor, { name, filter: asked, inFlight, from }: Consumption): Promise<ConsumedFeed> {
    assertMayConsume(actor);
    assertName(name);
    assertInFlight(inFlight);
    const { userId } = actor;
    const filter = filterFrom(asked);
    const { stream, unfollow: release } = this.feeds.follow();
    try {
      const { id, isNew } = await this.kept.open(userId, name, filter, from);
      return new ConsumedFeed({
        consumerId: id,
        stream,
        reader: this.feeds.readerOf(actor),
        wanted: new WantedEvents(filter, userId, this.mentioned),
        inFlight,
        isNew: isNew && from == null,
        findPlace: () => this.placeOf(userId, name, id),
        connections: this.connections,
        log: this.log,
        release,
      });
    } catch (error) {
      release();
      throw error;
    }
  }

  /** It is on disk before this resolves. What is not further than the place changes nothing. */
  async acknowledge({ userId }: Actor, name: string, cursor: string): Promise<ConsumerType> {
    const place = await this.cursors.positionInFeed('all', cursor, 'cursor');
    const before = await this.kept.get(userId, name, 'consumer');
    await this.cursors.placeIn(before);
    if (place.position <= before.position) return this.shown.shown(before);
    await this.kept.move(before, place);
    // Read anew: another connection may have acknowledged more, or deleted it.
    const after = await this.kept.get(userId, name, 'consumer');
    this.connections.acknowledged(after.id, after);
    return this.shown.shown(after);
  }

  /** Whoever is connected is told. */
  async deleteConsumer({ userId }: Actor, name: string): Promise<void> {
    const removed = await this.kept.remove(userId, name);
    if (removed !== undefined) this.connections.deleted(removed);
  }

  /** By its id: another consumer may have the name by now. */
  private async placeOf(userId: string, name: string, consumerId: string): Promise<LogPosition> {
    const consumer = await this.kept.get(userId, name, 'name');
    if (consumer.id !== consumerId) throw new ConsumerNotFound('name');
    return this.cursors.placeIn(consumer);
  }
}
