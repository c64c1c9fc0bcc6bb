import { inject, Injectable, Injector, runInInjectionContext, type Type } from '@angular/core';
import type { MatDialog, MatDialogConfig, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom, Subject } from 'rxjs';
import { opener } from '../focus/opener';

/** Opens dialogs. Their code, and what all of them need, is loaded with the first one: the first screen waits for none of it. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private readonly openings = new Subject<MatDialogRef<unknown>>();
  private material: MatDialog | null = null;
  private isLoading = false;
  private closings = 0;

  readonly opened = this.openings.asObservable();

  /** Opens a dialog and waits until it is closed; undefined where nothing came of it. Whoever asks again while it is loaded gets no second one. */
  async ask<R>(
    load: () => Promise<Type<unknown>>,
    config: Omit<MatDialogConfig, 'restoreFocus'>,
  ): Promise<R | undefined> {
    if (this.isLoading) return undefined;
    const restoreFocus = opener();
    const dialog = await this.load(load);
    const open = dialog && this.material?.open<unknown, unknown, R>(dialog, { ...config, restoreFocus });
    if (!open) return undefined;
    this.openings.next(open);
    return firstValueFrom(open.afterClosed());
  }

  /** Has what all of them need, before one is opened. */
  loadAhead(): void {
    const parts = [import('@angular/material/dialog'), import('../overlay/overlay-region')];
    void Promise.all(parts).catch(() => undefined);
  }

  closeAll(): void {
    this.closings += 1;
    this.material?.closeAll();
  }

  /** Null where the page that asked is gone by then. */
  private async load(load: () => Promise<Type<unknown>>): Promise<Type<unknown> | null> {
    const closings = this.closings;
    this.isLoading = true;
    try {
      const [{ MatDialog }, { nameOverlayRegion }, dialog] = await Promise.all([
        import('@angular/material/dialog'),
        import('../overlay/overlay-region'),
        load(),
      ]);
      runInInjectionContext(this.injector, nameOverlayRegion);
      this.material = this.injector.get(MatDialog);
      return closings === this.closings ? dialog : null;
    } finally {
      this.isLoading = false;
    }
  }
}
