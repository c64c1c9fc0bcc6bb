import { ChangeDetectionStrategy, Component, computed, inject, input, viewChild } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { Icon } from '../../../shared/ui/icon/icon';
import { RoomsStore } from '../rooms.store';
import { ArrangementStore } from './arrangement.store';
import { ListArranging } from './list-arranging';

/** Where a room stands in the list, for the menu of the room. */
@Component({
  selector: 'app-move-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-menu aria-label="Move in the list">
      <ng-template matMenuContent>
        @if (arrangements.order() === 'OWN') {
          <button mat-menu-item type="button" (click)="arranging.step(roomId(), -1)">
            <app-icon name="arrow-up" />Move up
          </button>
          <button mat-menu-item type="button" (click)="arranging.step(roomId(), 1)">
            <app-icon name="arrow-down" />Move down
          </button>
          <hr />
        }
        <div role="group" aria-label="Move to section">
          <p class="menu-heading" aria-hidden="true">Move to section</p>
          @for (choice of choices(); track choice.id) {
            <button
              mat-menu-item
              type="button"
              role="menuitemradio"
              [attr.aria-checked]="choice.isHere"
              (click)="arranging.moveTo(roomId(), choice.id)"
            >
              <app-icon [name]="choice.isHere ? 'check' : 'list'" /><span dir="auto">{{ choice.name }}</span>
            </button>
          }
        </div>
        <hr />
        <button mat-menu-item type="button" (click)="arranging.newSection(roomId())">
          <app-icon name="plus" />New section
        </button>
      </ng-template>
    </mat-menu>
  `,
  styles: `
    span {
      display: inline-block;
      max-width: 12rem;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      vertical-align: bottom;
    }
  `,
})
export class MoveMenu {
  readonly roomId = input.required<string>();
  readonly menu = viewChild.required(MatMenu);

  protected readonly arrangements = inject(ArrangementStore);
  protected readonly arranging = inject(ListArranging);
  private readonly rooms = inject(RoomsStore);

  protected readonly choices = computed(() => {
    const group = this.rooms.groupOf(this.roomId());
    const none = group?.rooms.find(({ id }) => id === this.roomId())?.people ? 'Direct messages' : 'Your rooms';
    const isInNone = group?.kind === 'rooms' || group?.kind === 'direct';
    return [
      ...this.arrangements.sections().map(({ id, name }) => ({ id, name, isHere: group?.id === id })),
      { id: null, name: none, isHere: isInNone },
    ];
  });
}
