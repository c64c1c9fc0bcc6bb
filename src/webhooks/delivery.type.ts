import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../graphql/index.js';
import { NodeType } from '../nodes/index.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';

export enum DeliveryState {
  PENDING = 'PENDING',
  DELIVERED = 'DELIVERED',
  DEAD = 'DEAD',
}

registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'How far a delivery has come.',
  valuesMap: {
    PENDING: {
      description: 'It is to be sent: for the first time, or again, or once an earlier one of its room is over.',
    },
    DELIVERED: { description: 'The receiver answered with a status from 200 to 299.' },
    DEAD: {
      description: 'It is not tried any more, and what comes after it in its room goes on. `redeliver` sends it.',
    },
  },
});

@ObjectType('Delivery', {
  implements: () => [NodeType],
  description: 'One event on its way to a webhook. It is kept while it is PENDING, and for a week after it was made.',
})
export class DeliveryType {
  @Field(() => ID, { description: 'Names it for `redeliver`.' })
  id!: string;

  @Field(() => ID, { description: 'The `Event.id` of what is sent.' })
  eventId!: string;

  @Field(() => DeliveryState, { description: 'How far it has come.' })
  state!: DeliveryState;

  @Field(() => Int, { description: 'How often it was tried since it was made, or since the last `redeliver`.' })
  attempts!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is tried next; null while it waits for an earlier one of its room, and once it is over.',
  })
  nextAttemptAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The HTTP status of the last attempt; null where nothing was answered.',
  })
  statusCode!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the last attempt failed, in words; null where it did not.',
  })
  error!: string | null;

  static of({ id, eventId, state, attempts, nextAttemptAt, statusCode, error }: WebhookDelivery): DeliveryType {
    return { id, eventId, state: DeliveryState[state], attempts, nextAttemptAt, statusCode, error };
  }
}

@ObjectType({ description: 'A delivery in a list.' })
export class DeliveryEdge {
  @Field(() => DeliveryType, { description: 'The delivery.' })
  node!: DeliveryType;

  @Field(() => Cursor, { description: 'Its place in the list, for `after`.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of deliveries, the newest first.' })
export class DeliveryConnection {
  @Field(() => [DeliveryEdge], { description: 'The deliveries with their places.' })
  edges!: DeliveryEdge[];

  @Field(() => [DeliveryType], { description: 'The deliveries alone.' })
  nodes!: DeliveryType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;
}
