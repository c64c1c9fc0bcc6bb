import { Refusal } from '../errors/index.js';

export class NotAllowedToRemovePreviews extends Refusal {
  constructor(sentence: string) {
    super('FORBIDDEN', sentence);
  }
}
