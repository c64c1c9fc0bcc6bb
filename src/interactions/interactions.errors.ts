import { Refusal } from '../errors/index.js';

/** Also for one that was for another bot or another room. */
export class InteractionNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'There is nothing to answer here, or it was asked too long ago.', { field: 'interactionId' });
  }
}

export class NonceUsedToAsk extends Refusal {
  constructor() {
    super('CONFLICT', 'This nonce was already used to ask for something else. Use a new one each time.', {
      field: 'nonce',
    });
  }
}
