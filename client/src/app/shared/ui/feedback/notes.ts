import { inject, Injectable, Injector } from '@angular/core';
import type { MatSnackBarConfig } from '@angular/material/snack-bar';
import { firstValueFrom } from 'rxjs';

/** Says something at the edge of the page for a while. Its code is loaded when there is something to say. */
@Injectable({ providedIn: 'root' })
export class Notes {
  private readonly injector = inject(Injector);

  open(text: string, button?: string, options?: MatSnackBarConfig): void {
    void this.offer(text, button, options);
  }

  /** Resolves when it is gone, with whether its button was pressed. */
  async offer(text: string, button?: string, options?: MatSnackBarConfig): Promise<boolean> {
    const { MatSnackBar } = await import('@angular/material/snack-bar');
    const note = this.injector.get(MatSnackBar).open(text, button, options);
    const { dismissedByAction } = await firstValueFrom(note.afterDismissed());
    return dismissedByAction;
  }
}
