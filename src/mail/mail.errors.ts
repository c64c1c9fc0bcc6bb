import { Refusal } from '../errors/index.js';

export class MailIsOff extends Refusal {
  constructor() {
    super('FORBIDDEN', 'This server sends no e-mail.');
  }
}
