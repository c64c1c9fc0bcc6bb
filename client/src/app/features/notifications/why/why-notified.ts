import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../../../shared/ui/dialog/dialogs';

/** Says why a message notified the viewer, or did not. */
@Injectable({ providedIn: 'root' })
export class WhyNotified {
  private readonly dialogs = inject(Dialogs);

  /** Once it is closed again. */
  async show(messageId: string): Promise<void> {
    await this.dialogs.ask(async () => (await import('./why-dialog')).WhyDialog, {
      data: { messageId },
      closeOnNavigation: false,
      width: '28rem',
      maxWidth: 'calc(100vw - 2rem)',
    });
  }
}
