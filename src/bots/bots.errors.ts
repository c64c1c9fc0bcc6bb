import { Refusal } from '../errors/index.js';

/** Also for whoever may not look after the bot. */
export class BotNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Bot not found.');
  }
}

export class TokenNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Token not found.');
  }
}

export class WebhookNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Webhook not found.');
  }
}

export class GuestsMakeNoBots extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Guests cannot make bots. Register to make one.');
  }
}

export class TooManyBots extends Refusal {
  constructor(most: number) {
    super('CONFLICT', `You have ${String(most)} bots, and can have no more. Disable one first.`);
  }
}

export class TooManyTokens extends Refusal {
  constructor(most: number) {
    super('CONFLICT', `This bot has ${String(most)} tokens, and can have no more. Revoke one first.`);
  }
}

export class TooManyWebhooks extends Refusal {
  constructor(most: number) {
    super('CONFLICT', `This room has ${String(most)} incoming webhooks, and can have no more. Delete one first.`);
  }
}

export class BotIsDisabled extends Refusal {
  constructor() {
    super('CONFLICT', 'This bot is disabled. Make another one.');
  }
}

export class NotAllowedToMakeWebhooks extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Only the owner and moderators of a room can make incoming webhooks for it.');
  }
}
