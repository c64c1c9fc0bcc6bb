import { DestroyRef, Directive, ElementRef, inject, input } from '@angular/core';
import { isFocusLost } from './page-heading';

/**
 * For a list whose rows come and go, by whatever hand: a row that moves keeps the focus, and one that goes leaves it to a place that
 * stays. Otherwise it falls to the whole page, and whoever works by keyboard begins again at the top.
 */
@Directive({
  selector: '[appKeepFocus]',
  host: { '(document:focusin)': 'cameTo($event)', '(document:pointerdown)': 'pressed($event)' },
})
export class KeepFocus {
  readonly appKeepFocus = input.required<HTMLElement>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** What within has the focus, or had it before a menu or a dialog was opened from there. */
  private held: HTMLElement | null = null;

  constructor() {
    const changes = new MutationObserver(() => {
      this.keep();
    });
    changes.observe(this.element, { childList: true, subtree: true });
    inject(DestroyRef).onDestroy(() => {
      changes.disconnect();
    });
  }

  /** Also for when a dialog has closed: what it was opened from may have gone meanwhile. */
  keep(): void {
    if (this.held === null || !isFocusLost()) return;
    const place = this.held.isConnected ? this.held : this.appKeepFocus();
    place.focus({ preventScroll: true });
  }

  /** Whoever presses elsewhere has left the list, also where nothing takes the focus. */
  protected pressed({ target }: PointerEvent): void {
    if (target instanceof Element && !this.element.contains(target) && !isInOverlay(target)) this.held = null;
  }

  protected cameTo({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    if (this.element.contains(target)) this.held = target;
    else if (!isInOverlay(target)) this.held = null;
  }
}

function isInOverlay(target: Element): boolean {
  return target.closest('.cdk-overlay-container') !== null;
}
