import { DestroyRef, Directive, inject } from '@angular/core';
import { ListHold } from './list-hold.store';

/** On what opens a menu from the list: nothing moves beneath it while it is open. */
@Directive({ selector: '[appHoldsList]', host: { '(menuOpened)': 'hold(true)', '(menuClosed)': 'hold(false)' } })
export class HoldsList {
  private readonly list = inject(ListHold);
  private isOpen = false;

  constructor() {
    // What it belongs to may go while it is open, by another device.
    inject(DestroyRef).onDestroy(() => {
      if (this.isOpen) this.hold(false);
    });
  }

  protected hold(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.list.set('menu', isOpen);
  }
}
