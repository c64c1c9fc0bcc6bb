import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import type { Transaction } from '../database/index.js';

/** What a bot was asked for, and where it answers. */
export interface Answered {
  readonly interactionId: string;
  readonly roomId: string;
}

/** Notes that a bot answers, in the change that posts the message and holds the room. Refuses where the bot was not asked this there. */
export type NoteAnswered = (tx: Transaction, bot: Actor, answered: Answered) => Promise<void>;

/** What bots are asked for is kept by a feature above this one, which it does not know. */
@Injectable()
export class MessageAnswers {
  private known: NoteAnswered | undefined;

  keptBy(note: NoteAnswered): void {
    this.known = note;
  }

  async note(tx: Transaction, bot: Actor, answered: Answered): Promise<void> {
    if (!this.known) throw new Error('Nobody keeps what bots are asked for.');
    await this.known(tx, bot, answered);
  }
}
