import { GraphQLError } from 'graphql';
import { Refusal } from '../../errors/index.js';

export class TooManyOperations extends Refusal {
  constructor(most: number) {
    super('RATE_LIMITED', `A socket can run at most ${String(most)} operations at once.`, { retryAfter: 1 });
  }
}

/** Nobody knows when one of them will be closed: a client that waits this long each time costs nothing. */
export const SECONDS_UNTIL_ANOTHER = 10;

export class TooManyConnections extends Refusal {
  constructor() {
    super('RATE_LIMITED', 'This account has too many sockets and streams open.', { retryAfter: SECONDS_UNTIL_ANOTHER });
  }
}

export class TooManyConnectionsOfAddress extends Refusal {
  constructor() {
    super('RATE_LIMITED', 'Your address has too many sockets and streams open.', { retryAfter: SECONDS_UNTIL_ANOTHER });
  }
}

export class TooLongOperationId extends Refusal {
  constructor(most: number) {
    super('BAD_USER_INPUT', `The id of an operation has at most ${String(most)} characters.`);
  }
}

export class TooManySubscriptions extends Refusal {
  constructor() {
    super('RATE_LIMITED', 'The subscriptions of this account ask for too much in total. End some of them first.', {
      retryAfter: 1,
    });
  }
}

export class OperationIdInUse extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', 'An operation with this id is still running.');
  }
}

export class UnknownOperation extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', 'The document has no operation with this name, or it has several and none was named.');
  }
}

/** As graphql-ws takes it, before there is an operation. */
export function asErrors(refusal: Refusal): readonly GraphQLError[] {
  return [new GraphQLError(refusal.message, { originalError: refusal })];
}
