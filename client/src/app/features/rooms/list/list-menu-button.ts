import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Icon } from '../../../shared/ui/icon/icon';
import { LateMenu } from '../../../shared/ui/late/late-menu';
import { ListMenu } from './list-menu';

/** Leads to the menu of the list, which is loaded when it is opened. */
@Component({
  selector: 'app-list-menu-button',
  imports: [Icon, ListMenu],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @defer (when menu.isThere()) {
      <app-list-menu [byPointer]="menu.byPointer" />
    } @placeholder {
      <button
        class="icon-button"
        type="button"
        aria-label="Arrange rooms"
        i18n-aria-label
        aria-haspopup="menu"
        aria-expanded="false"
        data-tooltip
        (click)="menu.open($event)"
      >
        <app-icon name="ellipsis" [size]="18" />
      </button>
    }
  `,
  styleUrl: './heading-tool.scss',
})
export class ListMenuButton {
  protected readonly menu = new LateMenu(() => import('./list-menu'));
}
