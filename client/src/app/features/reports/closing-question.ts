import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import type { ClosedReport } from './closing-dialog';

/** Asks what to do about a report, and does it. */
@Injectable({ providedIn: 'root' })
export class ClosingQuestion {
  private readonly dialogs = inject(Dialogs);

  /** Whether something was done. */
  async ask(data: ClosedReport): Promise<boolean> {
    const wasDone = await this.dialogs.ask<boolean>(async () => (await import('./closing-dialog')).ClosingDialog, {
      data,
      role: 'alertdialog',
      closeOnNavigation: false,
      width: '28rem',
      maxWidth: 'calc(100vw - 2rem)',
    });
    return wasDone === true;
  }
}
