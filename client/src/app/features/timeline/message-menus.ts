import { inject, Injectable, type Type } from '@angular/core';
import { Notes } from '../../shared/ui/feedback/notes';

/** The menu of a message, whose code is loaded when one is opened first. */
@Injectable({ providedIn: 'root' })
export class MessageMenus {
  private readonly notes = inject(Notes);

  /** Has its code, before one is opened. */
  loadAhead(): void {
    void import('./message-menu').catch(() => undefined);
  }

  /** Its component; null where that couldn’t be loaded. */
  async load(): Promise<Type<unknown> | null> {
    try {
      return (await import('./message-menu')).MessageMenu;
    } catch {
      this.notes.open('The menu couldn’t be loaded.', 'Close');
      return null;
    }
  }
}
