import { DestroyRef, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';

/** For a page: what it has opened goes with it, also where the page goes by itself, as when somebody is signed out. */
export function closeDialogsWithPage(): void {
  const dialogs = inject(MatDialog);
  inject(DestroyRef).onDestroy(() => {
    dialogs.closeAll();
  });
}
