import { inject, Injectable, type Type } from '@angular/core';
import { LateCode } from '../../shared/ui/late/late-code';

/** The menu of a message, whose code is loaded when one is opened first. */
@Injectable({ providedIn: 'root' })
export class MessageMenus {
  private readonly code = inject(LateCode);

  /** Has its code, before one is opened. */
  loadAhead(): void {
    void import('./message-menu').catch(() => undefined);
  }

  /** Its component; null where that couldn’t be loaded. */
  load(): Promise<Type<unknown> | null> {
    return this.code.load(async () => (await import('./message-menu')).MessageMenu);
  }
}
