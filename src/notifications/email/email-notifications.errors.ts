import { InvalidInput, Refusal } from '../../errors/index.js';

export class NoHour extends InvalidInput {
  constructor() {
    super('digestHour', 'This is not an hour from 0 to 23.');
  }
}

export class UnsubscribeLinkOver extends Refusal {
  constructor() {
    super('NOT_FOUND', 'This link is not valid. Choose in your account which e-mail you want.');
  }
}
