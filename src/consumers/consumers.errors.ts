import { InvalidInput, Refusal } from '../errors/index.js';

export class GuestsHaveNoConsumers extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Guests have no consumers. Create an account to have some.');
  }
}

export class ConsumerNotFound extends Refusal {
  constructor(field: 'name' | 'consumer') {
    super('NOT_FOUND', 'You have no consumer with this name.', { field });
  }
}

export class TooManyConsumers extends Refusal {
  constructor(most: number) {
    super('CONFLICT', `You can have up to ${String(most)} consumers. Delete one first.`);
  }
}

/** For the connection that a newer one of the same consumer replaces. */
export class ConsumerTakenOver extends Refusal {
  constructor() {
    super('CONFLICT', 'Another connection consumes under this name now.');
  }
}

/** For whoever is connected when the consumer is deleted. */
export class ConsumerDeleted extends Refusal {
  constructor() {
    super('NOT_FOUND', 'This consumer was deleted.');
  }
}

export class BadConsumerName extends InvalidInput {
  constructor(most: number) {
    super(
      'name',
      `A consumer’s name has 1 to ${String(most)} letters from a to z, digits, dots, hyphens and underscores.`,
    );
  }
}

export class BadInFlight extends InvalidInput {
  constructor(most: number) {
    super('inFlight', `From 1 to ${most.toLocaleString('en')} events can be in flight.`);
  }
}

export class TooMuchInFilter extends InvalidInput {
  constructor(what: 'types' | 'rooms', most: number) {
    super('filter', `A filter can name up to ${String(most)} ${what}.`);
  }
}
