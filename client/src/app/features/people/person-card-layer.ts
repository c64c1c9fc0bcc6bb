import {
  type ConnectedPosition,
  createFlexibleConnectedPositionStrategy,
  createOverlayRef,
} from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import { inject, Injectable, Injector } from '@angular/core';
import type { Person } from '../../core/graphql/model';
import { after } from '../../shared/time/timer';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { OpenLayers } from '../../shared/ui/overlay/open-layers';
import { nameOverlayRegion } from '../../shared/ui/overlay/overlay-region';
import { PersonCard } from './person-card';
import { PersonCardRef } from './person-card-ref';

const POSITIONS: ConnectedPosition[] = [
  { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 6 },
  { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -6 },
];
/** A pointer on its way from the name to the card crosses what lies between them. */
const LEAVING_MILLISECONDS = 250;

interface OpenCard {
  readonly origin: HTMLElement;
  readonly close: () => void;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** The card beside somebody's name: one at a time. Its code comes with the first one (`PersonCards`). */
@Injectable({ providedIn: 'root' })
export class PersonCardLayer {
  private readonly injector = inject(Injector);
  private readonly layers = inject(OpenLayers);
  private current: OpenCard | null = null;

  constructor() {
    nameOverlayRegion();
  }

  open(origin: HTMLElement, person: Person): void {
    this.show(origin, person, true);
  }

  peek(origin: HTMLElement, person: Person): void {
    if (this.current?.origin === origin) this.current.stay();
    else this.show(origin, person, false);
  }

  leave(origin: HTMLElement): void {
    if (this.current?.origin === origin) this.current.leave();
  }

  private show(origin: HTMLElement, person: Person, takesFocus: boolean): void {
    this.current?.close();
    const positionStrategy = createFlexibleConnectedPositionStrategy(this.injector, origin)
      .withPositions(POSITIONS)
      .withFlexibleDimensions(false)
      .withPush(true)
      .withViewportMargin(8);
    const overlay = createOverlayRef(this.injector, { positionStrategy, disposeOnNavigation: true });
    let cancelLeaving = (): void => undefined;
    const card: OpenCard = {
      origin,
      close: () => {
        forget();
        cancelLeaving();
        if (this.current === card) this.current = null;
        if (overlay.overlayElement.contains(document.activeElement)) origin.focus({ preventScroll: true });
        overlay.dispose();
      },
      stay: () => {
        cancelLeaving();
      },
      leave: () => {
        cancelLeaving();
        if (!takesFocus) cancelLeaving = after(LEAVING_MILLISECONDS, card.close);
      },
    };
    const forget = this.layers.opened(card.close);
    const grow = (): void => {
      requestAnimationFrame(() => {
        overlay.updatePosition();
      });
    };
    const providers = [
      { provide: PersonCardRef, useValue: { person, close: card.close, grow } satisfies PersonCardRef },
    ];
    const { location } = overlay.attach(
      new ComponentPortal(PersonCard, null, Injector.create({ providers, parent: this.injector })),
    );
    const element: unknown = location.nativeElement;
    if (element instanceof HTMLElement) {
      element.addEventListener('pointerenter', card.stay);
      element.addEventListener('pointerleave', card.leave);
      if (takesFocus) element.focus({ preventScroll: true });
    }
    overlay.keydownEvents().subscribe((event) => {
      if (event.key !== 'Escape' || isComposing(event)) return;
      event.preventDefault();
      card.close();
    });
    overlay.outsidePointerEvents().subscribe(({ target }) => {
      // A click on what opened it closes it there.
      if (!(target instanceof Node) || !origin.contains(target)) card.close();
    });
    overlay.detachments().subscribe(() => {
      forget();
      cancelLeaving();
    });
    this.current = card;
  }
}
