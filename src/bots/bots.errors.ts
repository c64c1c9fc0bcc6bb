import { Refusal } from '../errors/index.js';

/** Also what a bot is to those whose it is not. */
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
    super('CONFLICT', `You have ${String(most)} bots, which is as many as one can have. Disable one first.`);
  }
}

export class TooManyTokens extends Refusal {
  constructor(most: number) {
    super('CONFLICT', `This bot has ${String(most)} tokens, which is as many as one can have. Revoke one first.`);
  }
}

export class TooManyWebhooks extends Refusal {
  constructor(most: number) {
    super(
      'CONFLICT',
      `This room has ${String(most)} incoming webhooks, which is as many as one can have. Delete one first.`,
    );
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
