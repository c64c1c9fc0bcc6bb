import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon } from '../../../shared/ui/icon/icon';
import { MenuLayer } from '../../../shared/ui/overlay/menu-layer';
import { OpensAtOnce } from '../../../shared/ui/overlay/opens-at-once';
import { ArrangementStore } from './arrangement.store';
import { HoldsList } from './holds-list';
import { ListActions } from './list-actions';

/** What can be done with a section that the viewer made. */
@Component({
  selector: 'app-section-menu',
  imports: [HoldsList, Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MenuLayer, OpensAtOnce],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      class="icon-button"
      type="button"
      [attr.aria-label]="label()"
      [matMenuTriggerFor]="menu"
      [appOpensAtOnce]="byPointer()"
      appHoldsList
    >
      <app-icon name="ellipsis" [size]="18" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before">
      <ng-template matMenuContent>
        <button mat-menu-item type="button" (click)="rename()">
          <app-icon name="pencil" /><ng-container i18n>Rename section</ng-container>
        </button>
        @if (place() > 0) {
          <button mat-menu-item type="button" (click)="move(-1)">
            <app-icon name="arrow-up" /><ng-container i18n>Move section up</ng-container>
          </button>
        }
        @if (place() < arrangements.sections().length - 1) {
          <button mat-menu-item type="button" (click)="move(1)">
            <app-icon name="arrow-down" /><ng-container i18n>Move section down</ng-container>
          </button>
        }
        <button mat-menu-item type="button" class="danger-item" (click)="delete()">
          <app-icon name="trash-2" /><ng-container i18n>Delete section</ng-container>
        </button>
      </ng-template>
    </mat-menu>
  `,
  styleUrl: './heading-tool.scss',
})
export class SectionMenu {
  readonly sectionId = input.required<string>();
  readonly name = input.required<string>();
  readonly byPointer = input.required<boolean>();

  protected readonly label = computed(() => $localize`Options of section ${this.name()}:section:`);

  protected readonly arrangements = inject(ArrangementStore);
  private readonly actions = inject(ListActions);
  protected readonly place = computed(() =>
    this.arrangements.sections().findIndex(({ id }) => id === this.sectionId()),
  );

  protected rename(): void {
    void this.actions.do((arranging) => arranging.renameSection(this.sectionId()));
  }

  protected move(by: 1 | -1): void {
    void this.actions.do((arranging) => arranging.placeSection(this.sectionId(), this.place() + by));
  }

  protected delete(): void {
    void this.actions.do((arranging) => arranging.deleteSection(this.sectionId()));
  }
}
