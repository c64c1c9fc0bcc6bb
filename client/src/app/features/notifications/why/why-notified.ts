import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { opener } from '../../../shared/ui/focus/opener';

/** Says why a message notified the viewer, or did not. The dialog is loaded when somebody asks. */
@Injectable({ providedIn: 'root' })
export class WhyNotified {
  private readonly dialog = inject(MatDialog);

  /** Once it is closed again. */
  async show(messageId: string): Promise<void> {
    const restoreFocus = opener();
    const { WhyDialog } = await import('./why-dialog');
    const opened = this.dialog.open(WhyDialog, {
      data: { messageId },
      closeOnNavigation: false,
      width: '28rem',
      maxWidth: 'calc(100vw - 2rem)',
      restoreFocus,
    });
    await firstValueFrom(opened.afterClosed());
  }
}
