import { CdkConnectedOverlay, type ConnectedPosition } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, output } from '@angular/core';
import { EmojiPanel } from '../../shared/ui/emoji/emoji-panel';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { OpenLayers } from '../../shared/ui/overlay/open-layers';
import { nameOverlayRegion } from '../../shared/ui/overlay/overlay-region';

/** The emoji above the button that has opened them. Its code comes with the first press (`EmojiButton`). */
@Component({
  selector: 'app-emoji-layer',
  imports: [CdkConnectedOverlay, EmojiPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin()"
      [cdkConnectedOverlayOpen]="true"
      [cdkConnectedOverlayPositions]="positions"
      [cdkConnectedOverlayPush]="true"
      [cdkConnectedOverlayViewportMargin]="8"
      (overlayOutsideClick)="leave($event)"
      (overlayKeydown)="pressed($event)"
      (detach)="closed.emit()"
    >
      <!-- Has its size before the picker has loaded, so that it is placed inside the window. -->
      <div class="frame" role="dialog" aria-label="Pick an emoji" i18n-aria-label>
        @defer (on immediate) {
          <app-emoji-panel (picked)="picked.emit($event)" />
        }
      </div>
    </ng-template>
  `,
  styles: `
    .frame {
      width: min(21.5rem, 100vw - 1rem);
      height: min(22rem, 60dvh);
      overflow: hidden;
      border: 1px solid var(--line);
      border-radius: var(--radius-m);
      background: var(--raised);
      box-shadow: var(--shadow);
    }
  `,
})
export class EmojiLayer {
  readonly origin = input.required<HTMLElement>();
  readonly picked = output<string>();
  readonly closed = output();

  protected readonly positions: ConnectedPosition[] = [
    { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -10 },
  ];

  constructor() {
    nameOverlayRegion();
    const forget = inject(OpenLayers).opened(() => {
      this.closed.emit();
    });
    inject(DestroyRef).onDestroy(forget);
  }

  // Escape has closed the picker; focus, which was in it, goes back to what opened it.
  protected pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !isComposing(event)) this.origin().focus();
  }

  // A click on the button itself closes by its own handler.
  protected leave({ target }: MouseEvent): void {
    if (!(target instanceof Node) || !this.origin().contains(target)) this.closed.emit();
  }
}
