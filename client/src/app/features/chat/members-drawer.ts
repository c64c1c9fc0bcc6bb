import { CdkTrapFocus } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, output } from '@angular/core';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { OpenLayers } from '../../shared/ui/overlay/open-layers';

/** Where there is no room for a third column: the same panel over the conversation. */
@Component({
  selector: 'app-members-drawer',
  imports: [CdkTrapFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'escape($event)' },
  template: `
    <button class="scrim" type="button" tabindex="-1" aria-hidden="true" (click)="closed.emit()"></button>
    <div
      class="drawer"
      role="dialog"
      aria-modal="true"
      [attr.aria-label]="label()"
      cdkTrapFocus
      cdkTrapFocusAutoCapture
    >
      <ng-content />
    </div>
  `,
  styleUrl: './members-drawer.scss',
})
export class MembersDrawer {
  readonly label = input($localize`Members`);
  readonly closed = output();

  constructor() {
    const forget = inject(OpenLayers).opened(() => {
      this.closed.emit();
    });
    inject(DestroyRef).onDestroy(forget);
  }

  protected escape(event: Event): void {
    if (!isComposing(event)) this.closed.emit();
  }
}
