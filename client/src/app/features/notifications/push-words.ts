import type { PushDeliveryFieldsFragment } from '../../core/graphql/generated';

type Delivery = Pick<PushDeliveryFieldsFragment, 'kind' | 'status'>;

/** What became of a push, within a line that has the device or the time beside it. */
export function deliveryWords({ kind, status }: Delivery): string {
  return $localize`${kindWords(kind)}:what:: ${statusWords(status)}:status:`;
}

function kindWords(kind: Delivery['kind']): string {
  switch (kind) {
    case 'MESSAGE':
      return $localize`Notification`;
    case 'CLOSE':
      return $localize`Notification taken back`;
    case 'TEST':
      return $localize`Test`;
  }
}

function statusWords(status: Delivery['status']): string {
  switch (status) {
    case 'WAITING':
      return $localize`waiting to be sent`;
    case 'SENT':
      return $localize`sent`;
    case 'GONE':
      return $localize`the device is no longer registered`;
    case 'REFUSED':
      return $localize`refused by the push service`;
    case 'FAILED':
      return $localize`the push service could not be reached`;
    case 'WITHHELD':
      return $localize`not needed any more`;
  }
}
