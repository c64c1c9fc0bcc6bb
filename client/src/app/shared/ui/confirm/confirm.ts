import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../dialog/dialogs';
import type { Question } from './question';

/** Asks before something that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialogs = inject(Dialogs);

  /** Has its code, before there is something to ask. */
  loadAhead(): void {
    this.dialogs.loadAhead();
    void import('./confirm-dialog').catch(() => undefined);
  }

  async ask(question: Question): Promise<boolean> {
    const answer = await this.dialogs.ask<boolean>(async () => (await import('./confirm-dialog')).ConfirmDialog, {
      data: question,
      role: 'alertdialog',
      closeOnNavigation: false,
      maxWidth: 'min(26rem, calc(100vw - 2rem))',
    });
    return answer === true;
  }
}
