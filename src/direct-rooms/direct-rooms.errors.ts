import { Refusal } from '../errors/index.js';

/** Also of whoever is blocked by one of them: without a reason. */
export class CannotBeOpened extends Refusal {
  constructor() {
    super('FORBIDDEN', 'You can’t write to these people here.');
  }
}

export class GuestsOpenNone extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Guests can answer, but they cannot start a conversation. Register first.');
  }
}

export class NotDirect extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Only a conversation of certain people can be closed. Leave this room instead.');
  }
}

/** A bot takes part in no conversation without its owner. */
export class OwnerIsMissing extends Refusal {
  constructor() {
    super('FORBIDDEN', 'A conversation with a bot has to include its owner.');
  }
}
