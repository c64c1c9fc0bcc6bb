import { inject, Injectable, Injector, runInInjectionContext } from '@angular/core';
import type { MatSnackBarConfig } from '@angular/material/snack-bar';
import { firstValueFrom, map, merge } from 'rxjs';

/** Says something at the edge of the page for a while. Its code is loaded when there is something to say. */
@Injectable({ providedIn: 'root' })
export class Notes {
  private readonly injector = inject(Injector);

  /** Has its code, before there is something to say. */
  loadAhead(): void {
    void this.load().catch(() => undefined);
  }

  open(text: string, button?: string, options?: MatSnackBarConfig): void {
    // Without its code, which a lost network can keep away, nothing is said: what it was about stands on the page as well.
    void this.offer(text, button, options).catch(() => undefined);
  }

  /** Resolves with whether its button was pressed: as soon as it is, or when the note is gone. */
  async offer(text: string, button?: string, options?: MatSnackBarConfig): Promise<boolean> {
    const [{ MatSnackBar }, { nameOverlayRegion }] = await this.load();
    runInInjectionContext(this.injector, nameOverlayRegion);
    const note = this.injector.get(MatSnackBar).open(text, button, options);
    const pressed = note.onAction().pipe(map(() => true));
    return firstValueFrom(merge(pressed, note.afterDismissed().pipe(map(() => false))));
  }
  private load(): Promise<[typeof import('@angular/material/snack-bar'), typeof import('../overlay/overlay-region')]> {
    return Promise.all([import('@angular/material/snack-bar'), import('../overlay/overlay-region')]);
  }
}
