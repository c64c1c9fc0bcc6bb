import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

/** An account that was deleted, while something of it may still be stored. */
export interface DeletedAccount {
  readonly userId: string;
  /** Whether what they have written goes as well. */
  readonly withMessages: boolean;
}

/** Removes some of what a feature keeps of somebody, in a change of its own that is over soon; says whether there may be more. Twice does no harm. */
export type RemoveSomeOfAccount = (account: DeletedAccount) => Promise<boolean>;

/** Removes what must be nobody's from the same moment on; a few rows at most. The change holds the person. */
export type RemoveAtOnce = (tx: Transaction, userId: string) => Promise<void>;

/** What is kept of somebody beside the account itself. Features above this one, which it does not know, say what is theirs. */
@Injectable()
export class AccountRemains {
  readonly pieces: RemoveSomeOfAccount[] = [];
  private readonly first: RemoveAtOnce[] = [];

  inPieces(removeSome: RemoveSomeOfAccount): void {
    this.pieces.push(removeSome);
  }

  /** Before all others: nothing more can come of somebody who is in no room. */
  inPiecesFirst(removeSome: RemoveSomeOfAccount): void {
    this.pieces.unshift(removeSome);
  }

  atOnce(remove: RemoveAtOnce): void {
    this.first.push(remove);
  }

  async removeAtOnce(tx: Transaction, userId: string): Promise<void> {
    for (const remove of this.first) await remove(tx, userId);
  }
}
