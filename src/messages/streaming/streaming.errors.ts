import { Refusal } from '../../errors/index.js';

export class OnlyBotsStream extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Only bots can write a message piece by piece.');
  }
}

export class NotYourStream extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Only the bot that sent this message can add to it.');
  }
}

export class NotAStream extends Refusal {
  constructor() {
    super('FORBIDDEN', 'This message does not grow. Send it with `isStreaming` first.');
  }
}

/** With how much there is: the bot goes on from there, or learns that it was taken for gone. */
export class PieceDoesNotFit extends Refusal {
  constructor(sentence: string, length: number) {
    super('CONFLICT', sentence, { field: 'offset', standing: { length } });
  }
}

export class StillStreaming extends Refusal {
  constructor() {
    super('CONFLICT', 'This message is still being written. Edit it once it is done.');
  }
}
