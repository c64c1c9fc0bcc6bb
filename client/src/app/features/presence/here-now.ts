import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { PresenceStore } from './presence.store';
import { listInText } from '../../shared/language/lists';

const shownFaces = 4;

/** The faces of those who have the room open, once that is anybody but oneself. */
@Component({
  selector: 'app-here-now',
  imports: [Avatar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (presence.hasOthers()) {
      <span class="faces" aria-hidden="true">
        @for (person of faces(); track person.id) {
          <app-avatar
            [name]="person.displayName"
            [key]="person.id"
            [picture]="person.avatarUrl"
            [size]="28"
            [guest]="person.kind === 'GUEST'"
          />
        }
      </span>
      <span class="count" [title]="names()" i18n>{{ presence.hereCount() }} here</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: var(--s2);
      align-items: center;
      color: var(--ink-soft);
      font-size: var(--text-s);
      white-space: nowrap;
    }
    .faces {
      display: inline-flex;
    }
    app-avatar {
      outline: 2px solid var(--sheet);
    }
    app-avatar + app-avatar {
      margin-inline-start: -7px;
    }
  `,
})
export class HereNow {
  protected readonly presence = inject(PresenceStore);
  protected readonly faces = computed(() => this.presence.here().slice(0, shownFaces));
  protected readonly names = computed(() => listInText(this.presence.here().map(({ displayName }) => displayName)));
}
