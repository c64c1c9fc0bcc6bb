import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Face } from '../../core/graphql/model';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Icon } from '../../shared/ui/icon/icon';
import { DoNotDisturb } from '../notifications';

/** Who the viewer is and whether they want to be left alone, on the button of their account's menu. */
@Component({
  selector: 'app-viewer-face',
  imports: [Avatar, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-avatar
      [name]="user().displayName"
      [key]="user().id"
      [picture]="user().avatarUrl"
      [size]="34"
      [guest]="user().kind === 'GUEST'"
    />
    @if (doNotDisturb.isOn()) {
      <span class="quiet"><app-icon name="bell-off" [size]="12" /></span>
    }
    <span class="words">
      <span class="name">{{ user().displayName }}</span>
      <span class="detail">
        @if (doNotDisturb.words(); as until) {
          <ng-container i18n
            >Do not disturb,
            {{
              until // i18n(ph="until")
            }}</ng-container
          >
        } @else if (user().kind === 'GUEST') {
          <ng-container i18n>Guest</ng-container>
        } @else {
          <bdi>{{ '@' + user().username }}</bdi>
        }
      </span>
    </span>
    <span class="visually-hidden" i18n>Account menu</span>
    <app-icon name="chevron-down" [size]="18" />
  `,
  styleUrl: './viewer-face.scss',
})
export class ViewerFace {
  readonly user = input.required<Face>();

  protected readonly doNotDisturb = inject(DoNotDisturb);
}
