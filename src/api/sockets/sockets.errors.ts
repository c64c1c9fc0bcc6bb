import { GraphQLError } from 'graphql';
import { Refusal } from '../../common/index.js';

export class TooManyOperations extends Refusal {
  constructor(most: number) {
    super('RATE_LIMITED', `A socket runs at most ${String(most)} operations at once.`, { retryAfter: 1 });
  }
}

export class TooLongOperationId extends Refusal {
  constructor(most: number) {
    super('BAD_USER_INPUT', `The id of an operation has at most ${String(most)} characters.`);
  }
}

export class TooManySubscriptions extends Refusal {
  constructor() {
    super('RATE_LIMITED', 'The subscriptions of this account ask for too much together. End some of them first.', {
      retryAfter: 1,
    });
  }
}

export class OperationIdInUse extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', 'An operation of this id is still under way.');
  }
}

export class UnknownOperation extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', 'The document has no operation of this name, or several and none is named.');
  }
}

/** As graphql-ws takes it, before there is an operation. */
export function asErrors(refusal: Refusal): readonly GraphQLError[] {
  return [new GraphQLError(refusal.message, { originalError: refusal })];
}
