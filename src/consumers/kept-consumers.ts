import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Cursors, EventLog, type LogPosition } from '../log/index.js';
import { Clock, newId } from '../runtime/index.js';
import type { Consumer, KeptFilter } from './consumer.entity.js';
import { ConsumerNotFound, TooManyConsumers } from './consumers.errors.js';
import { isName, MAX_CONSUMERS } from './consumers.policy.js';
import {
  CLAIM_CONSUMER,
  CONSUMER_NAMED,
  COUNT_OF_CONSUMERS,
  MOVE_CONSUMER,
  REMOVE_CONSUMER,
  SET_FILTER,
} from './consumers.queries.js';

/** How a consumer was opened. */
interface Opened {
  readonly id: string;
  /** Whether it was made just now. */
  readonly isNew: boolean;
}

/** Consumers as they are stored. A text that cannot be a name is the name of none. */
@Injectable()
export class KeptConsumers {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  async find(userId: string, name: string): Promise<Consumer | null> {
    const [consumer] = isName(name) ? await this.database.find(CONSUMER_NAMED, [userId, name]) : [];
    return consumer ?? null;
  }

  async get(userId: string, name: string, field: 'name' | 'consumer'): Promise<Consumer> {
    const consumer = await this.find(userId, name);
    if (!consumer) throw new ConsumerNotFound(field);
    return consumer;
  }

  /** Finds the consumer, or makes it; its filter is this one from now on. */
  async open(userId: string, name: string, filter: KeptFilter, from: Date | null | undefined): Promise<Opened> {
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

  /** Forward, never back, and within its own log. Acknowledgements that come at once share a commit. */
  async move({ userId, name, epoch }: Consumer, { position, eventId }: LogPosition): Promise<void> {
    const values = [position, eventId, this.clock.now().getTime(), userId, name, epoch, position];
    await this.database.writeTogether({ people: [userId] }, (tx) => tx.rows(MOVE_CONSUMER, values));
  }

  /** The id of the one that was removed, where there was one. */
  async remove(userId: string, name: string): Promise<string | undefined> {
    if (!isName(name)) return undefined;
    const [removed] = await this.database.write({ people: [userId] }, (tx) =>
      tx.rows<{ id: string }>(REMOVE_CONSUMER, [userId, name]),
    );
    return removed?.id;
  }
}
