import { inject, Injectable } from '@angular/core';
import { type CanDeactivateFn, Router } from '@angular/router';

/** What lies over the page: on a phone, Back closes the uppermost before it leaves the page. */
@Injectable({ providedIn: 'root' })
export class OpenLayers {
  private readonly closers = new Set<() => void>();

  /** Gives back what to call once the layer is closed. */
  opened(close: () => void): () => void {
    // A set holds equal closers once; each layer is its own.
    const closer = (): void => {
      close();
    };
    this.closers.add(closer);
    return () => this.closers.delete(closer);
  }

  /** Whether there was one. */
  closeUppermost(): boolean {
    const closer = Array.from(this.closers).at(-1);
    if (!closer) return false;
    this.closers.delete(closer);
    closer();
    return true;
  }
}

/** For a route. Its dialogs must not close by themselves when the browser goes back (`closeOnNavigation: false`): here nothing would be left to close. */
export const backClosesFirst: CanDeactivateFn<unknown> = () => {
  const goesBack = inject(Router).currentNavigation()?.trigger === 'popstate';
  return !goesBack || !inject(OpenLayers).closeUppermost();
};
