import { CdkConnectedOverlay, CdkOverlayOrigin, type ConnectedPosition } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, effect, inject, output, signal } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { OpenLayers } from '../../shared/ui/overlay/open-layers';
import { EmojiPanel } from '../../shared/ui/emoji/emoji-panel';

@Component({
  selector: 'app-emoji-button',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, EmojiPanel, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      class="icon-button"
      type="button"
      aria-label="Emoji"
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      (click)="open.set(!open())"
    >
      <app-icon name="smile" />
    </button>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="open()"
      [cdkConnectedOverlayPositions]="positions"
      [cdkConnectedOverlayPush]="true"
      [cdkConnectedOverlayViewportMargin]="8"
      (overlayOutsideClick)="leave(origin, $event)"
      (overlayKeydown)="pressed(origin, $event)"
      (detach)="open.set(false)"
    >
      <!-- Has its size before the picker has loaded, so that it is placed inside the window. -->
      <div class="frame" role="dialog" aria-label="Pick an emoji">
        @defer (on immediate) {
          <app-emoji-panel (picked)="open.set(false); picked.emit($event)" />
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
export class EmojiButton {
  readonly picked = output<string>();

  protected readonly open = signal(false);
  protected readonly positions: ConnectedPosition[] = [
    { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -10 },
  ];

  constructor() {
    const layers = inject(OpenLayers);
    effect((onCleanup) => {
      if (this.open())
        onCleanup(
          layers.opened(() => {
            this.open.set(false);
          }),
        );
    });
  }

  // Escape has closed the picker; focus, which was in it, goes back to what opened it.
  protected pressed(origin: CdkOverlayOrigin, event: KeyboardEvent): void {
    const button: unknown = origin.elementRef.nativeElement;
    if (event.key === 'Escape' && !isComposing(event) && button instanceof HTMLElement) button.focus();
  }

  // A click on the button itself closes by its own handler.
  protected leave(origin: CdkOverlayOrigin, event: MouseEvent): void {
    const button: unknown = origin.elementRef.nativeElement;
    if (button instanceof HTMLElement && event.target instanceof Node && button.contains(event.target)) return;
    this.open.set(false);
  }
}
