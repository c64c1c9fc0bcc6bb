import { InvalidInput, Refusal } from '../../errors/index.js';

export class NoPushService extends InvalidInput {
  constructor() {
    super('endpoint', 'This is not the address of a push service that this server may ask.');
  }
}

export class NoPushKey extends InvalidInput {
  constructor(field: 'p256dh' | 'auth') {
    super(field, 'This is not a key of a push subscription.');
  }
}

export class TooManyPushSubscriptions extends Refusal {
  constructor(most: number) {
    super('CONFLICT', `You can have up to ${String(most)} devices notified. Remove one first.`);
  }
}

export class PushSubscriptionNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'This device is not notified any more.');
  }
}

export class PushIsOff extends Refusal {
  constructor() {
    super('FORBIDDEN', 'This server sends no push notifications.');
  }
}
