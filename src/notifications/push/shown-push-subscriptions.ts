import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { BatchLoader } from '../../graphql/index.js';
import { deliveryIn, type DeliveryRow, type PushDeliveryType } from './push-delivery.type.js';
import { PushSubscriptionNotFound } from './push-subscriptions.errors.js';
import type { PushSubscriptionType } from './push-subscription.type.js';
import { DELIVERIES_ABOUT, DELIVERIES_TO, SUBSCRIPTIONS_OF } from './push.queries.js';

/** The last ones of each device. */
export const SHOWN_DELIVERIES = 10;
/** As many as one person may have, and more than that where the bound was once another. */
const MAX_SHOWN = 100;

interface SubscriptionRow {
  readonly id: string;
  readonly sessionId: string;
  readonly deviceName: string;
  readonly createdAt: number;
  readonly lastDeliveryAt: number | null;
}

/** Devices and what they were told, for those whose devices they are. */
@Injectable()
export class ShownPushSubscriptions {
  private readonly deliveries = new BatchLoader<string, PushDeliveryType[]>(
    (ids) => this.findDeliveries(ids),
    () => [],
  );

  constructor(private readonly database: Database) {}

  async of({ userId, sessionId }: Actor): Promise<PushSubscriptionType[]> {
    const rows = await this.database.rows<SubscriptionRow>(SUBSCRIPTIONS_OF, [userId, MAX_SHOWN]);
    return rows.map((row) => shownOf(row, sessionId));
  }

  async one(actor: Actor, id: string): Promise<PushSubscriptionType> {
    const found = (await this.of(actor)).find((one) => one.id === id);
    if (!found) throw new PushSubscriptionNotFound();
    return found;
  }

  /** The last ones of a device. Batched within an operation. */
  deliveriesTo(scope: object, id: string): Promise<PushDeliveryType[]> {
    return this.deliveries.load(scope, id);
  }

  /** What somebody's devices were told because of a message, the newest first. */
  async deliveriesAbout(userId: string, messageId: string): Promise<PushDeliveryType[]> {
    const rows = await this.database.rows<DeliveryRow>(DELIVERIES_ABOUT, [userId, messageId]);
    return rows.map(deliveryIn);
  }

  private async findDeliveries(ids: readonly string[]): Promise<PushDeliveryType[][]> {
    const rows = await this.database.rows<DeliveryRow>(DELIVERIES_TO, [SHOWN_DELIVERIES - 1, ids]);
    const found = Map.groupBy(rows, ({ subscriptionId }) => subscriptionId);
    return ids.map((id) => (found.get(id) ?? []).slice(0, SHOWN_DELIVERIES).map(deliveryIn));
  }
}

function shownOf(row: SubscriptionRow, currentSessionId: string): PushSubscriptionType {
  const { id, sessionId, deviceName, createdAt, lastDeliveryAt } = row;
  return {
    ...{ id, deviceName, createdAt: new Date(createdAt) },
    lastDeliveryAt: lastDeliveryAt === null ? null : new Date(lastDeliveryAt),
    isCurrent: sessionId === currentSessionId,
  };
}
