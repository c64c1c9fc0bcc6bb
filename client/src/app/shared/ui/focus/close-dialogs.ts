import { DestroyRef, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Dialogs } from '../dialog/dialogs';
import { OpenLayers } from '../overlay/open-layers';

/** For a page: what it has opened goes with it, also where the page goes by itself, as when somebody is signed out. Going back closes it first. */
export function closeDialogsWithPage(): void {
  const dialogs = inject(Dialogs);
  const layers = inject(OpenLayers);
  dialogs.opened.pipe(takeUntilDestroyed()).subscribe((dialog) => {
    const forget = layers.opened(() => {
      dialog.close();
    });
    dialog.beforeClosed().subscribe(forget);
  });
  inject(DestroyRef).onDestroy(() => {
    dialogs.closeAll();
  });
}
