import { Refusal } from '../errors/index.js';

export class NotAllowedToSave extends Refusal {
  constructor(sentence: string) {
    super('FORBIDDEN', sentence);
  }
}
