import {
  createFlexibleConnectedPositionStrategy,
  createOverlayRef,
  type ConnectedPosition,
} from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import { inject, Injectable, Injector } from '@angular/core';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { OpenLayers } from '../../shared/ui/overlay/open-layers';
import { nameOverlayRegion } from '../../shared/ui/overlay/overlay-region';
import { PickerRef } from './picker-ref';
import { ReactionPicker } from './reaction-picker';

const POSITIONS: ConnectedPosition[] = [
  { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -4 },
  { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 4 },
];

/** The picker beside what somebody has pressed. Its code comes with the first one (`ReactionPicking`). */
@Injectable({ providedIn: 'root' })
export class ReactionLayer {
  private readonly injector = inject(Injector);
  private readonly layers = inject(OpenLayers);

  constructor() {
    nameOverlayRegion();
  }

  pick(origin: HTMLElement, label: string, back: HTMLElement): Promise<string | null> {
    const positionStrategy = createFlexibleConnectedPositionStrategy(this.injector, origin)
      .withPositions(POSITIONS)
      .withFlexibleDimensions(false)
      .withPush(true)
      .withViewportMargin(8);
    const overlay = createOverlayRef(this.injector, { positionStrategy, disposeOnNavigation: true });
    return new Promise((resolve) => {
      const close = (emoji: string | null): void => {
        forget();
        // Before it goes, so that the focus in it is given back and not lost.
        if (overlay.overlayElement.contains(document.activeElement)) back.focus({ preventScroll: true });
        // First: what goes says that nothing was picked.
        resolve(emoji);
        overlay.dispose();
      };
      const forget = this.layers.opened(() => {
        close(null);
      });
      const grow = (): void => {
        requestAnimationFrame(() => {
          overlay.updatePosition();
        });
      };
      const providers = [{ provide: PickerRef, useValue: { label, close, grow } satisfies PickerRef }];
      overlay.attach(new ComponentPortal(ReactionPicker, null, Injector.create({ providers, parent: this.injector })));
      overlay.keydownEvents().subscribe((event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.preventDefault();
        close(null);
      });
      overlay.outsidePointerEvents().subscribe(() => {
        close(null);
      });
      overlay.detachments().subscribe(() => {
        forget();
        resolve(null);
      });
    });
  }
}
