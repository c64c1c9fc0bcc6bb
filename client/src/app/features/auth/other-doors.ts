import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { AuthStore } from './auth.store';

type Door = 'login' | 'register' | 'guest';

function allDoors(): readonly { readonly door: Door; readonly path: string; readonly words: string }[] {
  return [
    { door: 'login', path: '/login', words: $localize`Sign in` },
    { door: 'register', path: '/register', words: $localize`Create an account` },
    { door: 'guest', path: '/guest', words: $localize`Join as a guest` },
  ];
}

/** The other ways in from a page that is one of them, as far as this server has them open. */
@Component({
  selector: 'app-other-doors',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (auth.guestWithoutRoom()) {
      <p class="others">
        <span i18n>Not you?</span>
        <a routerLink="/logout" i18n>Sign out</a>
      </p>
    } @else if (doors().length > 0) {
      <p class="others">
        <span>{{ question() }}</span>
        @for (each of doors(); track each.door) {
          <a [routerLink]="each.path" [queryParams]="auth.linkParams()">{{ each.words }}</a>
        }
      </p>
    }
  `,
  styleUrl: './auth-form.scss',
})
export class OtherDoors {
  readonly here = input.required<Door>();

  protected readonly auth = inject(AuthStore);
  protected readonly question = computed(() =>
    this.here() === 'login' ? $localize`New here?` : $localize`Have an account?`,
  );
  private readonly server = inject(ServerInfoStore);
  protected readonly doors = computed(() => {
    const { guests } = this.server.info();
    const registration = this.auth.opensRegistration();
    const isOpen: Readonly<Record<Door, boolean>> = { login: true, register: registration, guest: guests };
    return allDoors().filter(({ door }) => door !== this.here() && isOpen[door]);
  });
}
