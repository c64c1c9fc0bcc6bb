import type { PushDeliveryFieldsFragment } from '../../core/graphql/generated';

type Delivery = Pick<PushDeliveryFieldsFragment, 'kind' | 'status'>;

/** What became of a push, within a line that has the device or the time beside it. */
export function deliveryWords({ kind, status }: Delivery): string {
  return `${KINDS[kind]}: ${STATUSES[status]}`;
}

const KINDS: Readonly<Record<Delivery['kind'], string>> = {
  MESSAGE: 'Notification',
  CLOSE: 'Notification taken back',
  TEST: 'Test',
};

const STATUSES: Readonly<Record<Delivery['status'], string>> = {
  WAITING: 'waiting to be sent',
  SENT: 'sent',
  GONE: 'the device is no longer registered',
  REFUSED: 'refused by the push service',
  FAILED: 'the push service could not be reached',
  WITHHELD: 'not needed any more',
};
