import { Refusal } from '../errors/index.js';

/** The disk is full or fails, or another process holds the database. */
export class DatabaseUnavailable extends Refusal {
  constructor(override readonly cause: unknown) {
    super('SERVICE_UNAVAILABLE', 'The server cannot save anything right now. Try again later.');
  }
}
