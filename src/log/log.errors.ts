import { Refusal } from '../common/index.js';

export class BadCursor extends Refusal {
  constructor(field: 'after' | 'before' = 'after') {
    super('BAD_CURSOR', 'This cursor is not one that the server gave for this list.', { field });
  }
}

export class CursorExpired extends Refusal {
  constructor() {
    super(
      'CURSOR_EXPIRED',
      'The feed cannot be replayed from this cursor any more: read the state anew, and go on from there.',
      {
        field: 'after',
      },
    );
  }
}
