import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../../../shared/ui/icon/icon';
import { LateMenu } from '../../../shared/ui/late/late-menu';
import { SectionMenu } from './section-menu';

/** Leads to what can be done with a section, which is loaded when it is opened. */
@Component({
  selector: 'app-section-menu-button',
  imports: [Icon, SectionMenu],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @defer (when menu.isThere()) {
      <app-section-menu [sectionId]="sectionId()" [name]="name()" [byPointer]="menu.byPointer" />
    } @placeholder {
      <button
        class="icon-button"
        type="button"
        [attr.aria-label]="label()"
        aria-haspopup="menu"
        aria-expanded="false"
        (click)="menu.open($event)"
      >
        <app-icon name="ellipsis" [size]="18" />
      </button>
    }
  `,
  styleUrl: './heading-tool.scss',
})
export class SectionMenuButton {
  readonly sectionId = input.required<string>();
  readonly name = input.required<string>();

  protected readonly label = computed(() => $localize`Options of section ${this.name()}:section:`);

  protected readonly menu = new LateMenu(() => import('./section-menu'));
}
