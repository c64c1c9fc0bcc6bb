import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, type OnInit, output } from '@angular/core';
import type { Person } from '../../core/graphql/model';
import { SessionStore } from '../../core/session/session.store';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { OnlineStore } from '../presence';

/** Somebody who was looked for, as the way to a conversation with them. */
@Component({
  selector: 'app-person-link',
  imports: [Avatar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" (click)="wanted.emit()">
      <app-avatar
        [name]="person().displayName"
        [key]="person().id"
        [picture]="person().avatarUrl"
        [size]="22"
        [guest]="person().kind === 'GUEST'"
        [here]="online.isOnline(person().id)"
      />
      <span class="name" dir="auto">{{ person().displayName }}</span>
      <span class="username"
        ><bdi>&#64;{{ person().username }}</bdi></span
      >
      @if (person().id === session.userId()) {
        <span class="visually-hidden" i18n>, your notes</span>
      } @else {
        <span class="visually-hidden" i18n>, direct message</span>
      }
    </button>
  `,
  styleUrl: './person-link.scss',
})
export class PersonLink implements OnInit {
  readonly person = input.required<Person>();
  readonly wanted = output();

  protected readonly online = inject(OnlineStore);
  protected readonly session = inject(SessionStore);
  private readonly destroyed = inject(DestroyRef);

  ngOnInit(): void {
    this.destroyed.onDestroy(this.online.watch(this.person().id));
  }
}
