import { InvalidInput, Refusal } from '../errors/index.js';

/** Also for whoever may not look after its bot. */
export class WebhookNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Webhook not found.');
  }
}

export class TooManyWebhooks extends Refusal {
  constructor(most: number) {
    super('CONFLICT', `This bot has ${String(most)} webhooks, and can have no more. Delete one first.`);
  }
}

export class BadAddress extends InvalidInput {
  constructor() {
    super(
      'url',
      'Give an address that begins with https:// and can be reached from the internet. Hosts of your own network have to be allowed by whoever runs this server.',
    );
  }
}

export class BadSelection extends InvalidInput {
  constructor(why: string) {
    super('selection', `This is no selection of Event that a bot may have: ${why}`);
  }
}
