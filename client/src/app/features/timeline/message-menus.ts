import { inject, Injectable, type Type } from '@angular/core';
import { LateCode } from '../../shared/ui/late/late-code';

/** The menu of a message, whose code is loaded when one is opened first. */
@Injectable({ providedIn: 'root' })
export class MessageMenus {
  private readonly code = inject(LateCode);

  constructor() {
    this.code.loadAtRest(loadMenu);
  }

  /** Its component; null where that couldn’t be loaded. */
  load(): Promise<Type<unknown> | null> {
    return this.code.load(loadMenu);
  }
}

async function loadMenu(): Promise<Type<unknown>> {
  return (await import('./message-menu')).MessageMenu;
}
