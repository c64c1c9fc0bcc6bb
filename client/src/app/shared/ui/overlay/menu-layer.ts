import { DestroyRef, Directive, inject } from '@angular/core';
import { MatMenuTrigger } from '@angular/material/menu';
import { OpenLayers } from './open-layers';
import { nameOverlayRegion } from './overlay-region';

/** Going back closes an open menu, as it closes a dialog. */
@Directive({ selector: '[matMenuTriggerFor]', host: { '(menuOpened)': 'opened()', '(menuClosed)': 'closed()' } })
export class MenuLayer {
  private readonly trigger = inject(MatMenuTrigger);
  private readonly layers = inject(OpenLayers);
  private forget: (() => void) | null = null;

  constructor() {
    nameOverlayRegion();
    inject(DestroyRef).onDestroy(() => {
      this.closed();
    });
  }

  protected opened(): void {
    this.forget = this.layers.opened(() => {
      this.trigger.closeMenu();
    });
  }

  protected closed(): void {
    this.forget?.();
    this.forget = null;
  }
}
