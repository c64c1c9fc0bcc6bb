import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import type { Reported } from './report-dialog';

/** Asks why a message is reported, and reports it. */
@Injectable({ providedIn: 'root' })
export class ReportQuestion {
  private readonly dialogs = inject(Dialogs);

  /** Whether it was reported. */
  async ask(data: Reported): Promise<boolean> {
    const wasReported = await this.dialogs.ask<boolean>(async () => (await import('./report-dialog')).ReportDialog, {
      data,
      closeOnNavigation: false,
      width: '28rem',
      maxWidth: 'calc(100vw - 2rem)',
    });
    return wasReported === true;
  }
}
