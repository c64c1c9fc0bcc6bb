import { Refusal } from '../errors/index.js';

/** Also what a thread is to those who are not in its room. */
export class ThreadNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Thread not found.', { field: 'threadId' });
  }
}
