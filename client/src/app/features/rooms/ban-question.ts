import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../../shared/ui/dialog/dialogs';

/** Asks whether somebody is to be banned, and why. */
@Injectable({ providedIn: 'root' })
export class BanQuestion {
  private readonly dialogs = inject(Dialogs);

  /** The reason, which may be empty; null where it was not meant. */
  async ask(name: string, roomName: string): Promise<string | null> {
    const reason = await this.dialogs.ask<string>(async () => (await import('./ban-dialog')).BanDialog, {
      data: { name, roomName },
      role: 'alertdialog',
      closeOnNavigation: false,
      width: '28rem',
      maxWidth: 'calc(100vw - 2rem)',
    });
    return reason ?? null;
  }
}
