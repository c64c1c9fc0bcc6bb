import { Refusal } from '../errors/index.js';

export class BadCursor extends Refusal {
  constructor(field: 'after' | 'before' = 'after') {
    super('BAD_CURSOR', 'This cursor was not issued by the server for this list.', { field });
  }
}

export class CursorExpired extends Refusal {
  constructor() {
    super(
      'CURSOR_EXPIRED',
      'The feed can no longer be replayed from this cursor. Read the current state, and continue from there.',
      {
        field: 'after',
      },
    );
  }
}
