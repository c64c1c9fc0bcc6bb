import { Refusal } from '../errors/index.js';

/** The argument that a cursor is given in. */
export type CursorField = 'after' | 'before' | 'cursor';

export class BadCursor extends Refusal {
  constructor(field: CursorField = 'after') {
    super('BAD_CURSOR', 'This cursor was not issued by the server for this list.', { field });
  }
}

export class CursorExpired extends Refusal {
  constructor(field?: CursorField) {
    super(
      'CURSOR_EXPIRED',
      'The feed can no longer be replayed from this cursor. Read the current state, and continue from there.',
      field === undefined ? {} : { field },
    );
  }
}
