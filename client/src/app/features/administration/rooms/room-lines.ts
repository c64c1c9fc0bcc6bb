import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../../shared/ui/icon/icon';
import type { RoomLine } from './room-words';

/** Rooms, each with its size; those that anybody may see lead there. */
@Component({
  selector: 'app-room-lines',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul role="list">
      @for (line of lines(); track line.id) {
        <li>
          <app-icon [name]="line.icon" [size]="20" />
          <div class="words">
            <p class="name">
              @if (line.path; as path) {
                <a [routerLink]="path"
                  ><bdi>{{ line.name }}</bdi></a
                >
              } @else {
                <bdi>{{ line.name }}</bdi>
              }
              @if (line.isArchived) {
                <span class="tag" i18n>Archived</span>
              }
            </p>
            <p class="detail">
              <span>{{ line.kind }}</span>
              @for (detail of line.details; track $index) {
                <span>{{ detail }}</span>
              }
            </p>
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: '../list.scss',
})
export class RoomLines {
  readonly lines = input.required<readonly RoomLine[]>();
}
