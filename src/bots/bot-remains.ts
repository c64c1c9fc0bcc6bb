import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

/** Removes what a bot has no more from the moment on at which it is disabled; a few rows at most. The change holds the bot's account. */
export type RemoveOfDisabledBot = (tx: Transaction, botId: string) => Promise<void>;

/** What is kept for a bot beside the bot itself. Features above this one, which it does not know, say what is theirs. */
@Injectable()
export class BotRemains {
  private readonly all: RemoveOfDisabledBot[] = [];

  atOnce(remove: RemoveOfDisabledBot): void {
    this.all.push(remove);
  }

  async removeAtOnce(tx: Transaction, botId: string): Promise<void> {
    for (const remove of this.all) await remove(tx, botId);
  }
}
