import { InvalidInput } from '../../errors/index.js';

export class QuietEndsBeforeNow extends InvalidInput {
  constructor() {
    super('until', 'This time is over already.');
  }
}

export class NoTimeOfDay extends InvalidInput {
  constructor(field: 'from' | 'until') {
    super(field, 'Write a time as hours and minutes, such as 22:00.');
  }
}

export class NoDays extends InvalidInput {
  constructor() {
    super('days', 'Choose at least one day.');
  }
}

export class TooManyKeywords extends InvalidInput {
  constructor(most: number) {
    super('keywords', `You can have up to ${String(most)} keywords. Remove one first.`);
  }
}

export class KeywordWithoutWords extends InvalidInput {
  constructor() {
    super('keywords', 'A keyword needs at least one character that can be seen.');
  }
}
