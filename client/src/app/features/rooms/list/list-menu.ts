import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { RoomOrder } from '../../../core/graphql/model';
import { Icon } from '../../../shared/ui/icon/icon';
import type { IconName } from '../../../shared/ui/icon/icon-shapes';
import { MenuLayer } from '../../../shared/ui/overlay/menu-layer';
import { OpensAtOnce } from '../../../shared/ui/overlay/opens-at-once';
import { ArrangementStore } from './arrangement.store';
import { HoldsList } from './holds-list';
import { ListActions } from './list-actions';

/** By what the rooms of the list stand, and a new section. */
@Component({
  selector: 'app-list-menu',
  imports: [HoldsList, Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MenuLayer, OpensAtOnce],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      class="icon-button"
      type="button"
      aria-label="Arrange rooms"
      i18n-aria-label
      data-tooltip
      [matMenuTriggerFor]="menu"
      [appOpensAtOnce]="byPointer()"
      appHoldsList
    >
      <app-icon name="ellipsis" [size]="18" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before">
      <ng-template matMenuContent>
        <div role="group" aria-label="Order of the rooms" i18n-aria-label>
          <p class="menu-heading" aria-hidden="true" i18n>Order of the rooms</p>
          @for (choice of orders; track choice.order) {
            <button
              mat-menu-item
              type="button"
              role="menuitemradio"
              [attr.aria-checked]="arrangements.order() === choice.order"
              (click)="orderBy(choice.order)"
            >
              <app-icon [name]="arrangements.order() === choice.order ? 'check' : choice.icon" />{{ choice.words }}
            </button>
          }
        </div>
        <hr />
        <button mat-menu-item type="button" (click)="newSection()">
          <app-icon name="plus" /><ng-container i18n>New section</ng-container>
        </button>
      </ng-template>
    </mat-menu>
  `,
  styleUrl: './heading-tool.scss',
})
export class ListMenu {
  readonly byPointer = input.required<boolean>();

  protected readonly orders: readonly { order: RoomOrder; words: string; icon: IconName }[] = [
    { order: 'ACTIVITY', words: $localize`By activity`, icon: 'bell' },
    { order: 'NAME', words: $localize`By name`, icon: 'type' },
    { order: 'OWN', words: $localize`My own order`, icon: 'list' },
  ];
  protected readonly arrangements = inject(ArrangementStore);
  private readonly actions = inject(ListActions);

  protected orderBy(order: RoomOrder): void {
    void this.actions.do((arranging) => arranging.orderBy(order));
  }

  protected newSection(): void {
    void this.actions.do((arranging) => arranging.newSection());
  }
}
