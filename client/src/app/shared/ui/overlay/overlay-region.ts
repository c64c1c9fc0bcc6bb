import { OverlayContainer } from '@angular/cdk/overlay';
import { inject } from '@angular/core';

/**
 * Menus stand outside of the page, in a place of Material's own. As a region with a name it is found by those who go from
 * landmark to landmark; while it is empty it is not there (`_overlays.scss`).
 */
export function nameOverlayRegion(): void {
  const container = inject(OverlayContainer).getContainerElement();
  container.role = 'region';
  container.ariaLabel = $localize`Menus and dialogs`;
}
