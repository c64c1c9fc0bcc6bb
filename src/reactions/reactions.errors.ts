import { Refusal } from '../errors/index.js';

export class NotAllowedToReact extends Refusal {
  constructor(sentence: string) {
    super('FORBIDDEN', sentence);
  }
}

export class TooManyEmoji extends Refusal {
  constructor(most: number) {
    super('CONFLICT', `This message has ${String(most)} different emoji already. Use one of those.`, {
      field: 'emoji',
    });
  }
}
