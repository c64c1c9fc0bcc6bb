import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime } from '../../graphql/index.js';

export enum PushKind {
  MESSAGE = 'MESSAGE',
  CLOSE = 'CLOSE',
  TEST = 'TEST',
}

registerEnumType(PushKind, {
  name: 'PushKind',
  description: 'What a device is told.',
  valuesMap: {
    MESSAGE: { description: 'To show a notification of a message.' },
    CLOSE: { description: 'To take it back: the message was read elsewhere or deleted, or its room was left.' },
    TEST: { description: 'To show that this works: `testPushSubscription`.' },
  },
});

export enum PushStatus {
  WAITING = 'WAITING',
  SENT = 'SENT',
  GONE = 'GONE',
  REFUSED = 'REFUSED',
  FAILED = 'FAILED',
  WITHHELD = 'WITHHELD',
}

registerEnumType(PushStatus, {
  name: 'PushStatus',
  description: 'What became of something that a device was to be told.',
  valuesMap: {
    WAITING: { description: 'It was not sent yet, or is tried again, or somebody is using a device.' },
    SENT: { description: 'The push service took it. Whether the device has shown it, it does not say.' },
    GONE: { description: 'The push service does not know the device any more (404 or 410), which was forgotten.' },
    REFUSED: { description: 'The push service did not take it, and would not another time.' },
    FAILED: { description: 'The push service could not be reached, or was busy, each time that it was tried.' },
    WITHHELD: {
      description: 'By the time it was to be sent it was not wanted any more; `whyNotified` says why.',
    },
  },
});

@ObjectType('PushDelivery', {
  description: 'Something that a device of the viewer was to be told, within the last seven days.',
})
export class PushDeliveryType {
  @Field(() => PushKind, { description: 'What it was to be told.' })
  kind!: PushKind;

  @Field(() => PushStatus, { description: 'What became of that.' })
  status!: PushStatus;

  @Field(() => DateTime, { description: 'Since when that is so.' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'The message that it was about; null of a test.' })
  messageId!: string | null;

  @Field({ description: 'What the device was called then.' })
  deviceName!: string;
}

/** As the rows have it. */
export interface DeliveryRow {
  readonly subscriptionId: string;
  readonly kind: `${PushKind}`;
  readonly status: `${PushStatus}`;
  readonly at: number;
  readonly subjectId: string;
  readonly deviceName: string;
}

export function deliveryIn({ kind, status, at, subjectId, deviceName }: DeliveryRow): PushDeliveryType {
  const messageId = kind === 'TEST' ? null : subjectId;
  return { kind: PushKind[kind], status: PushStatus[status], at: new Date(at), messageId, deviceName };
}
