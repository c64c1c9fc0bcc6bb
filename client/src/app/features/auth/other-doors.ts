import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthStore } from './auth.store';

/** The other ways from where guests come in. */
@Component({
  selector: 'app-other-doors',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (auth.guestWithoutRoom()) {
      <p class="others">
        <span>Not you?</span>
        <a routerLink="/logout">Sign out</a>
      </p>
    } @else {
      <p class="others">
        <span>Have an account?</span>
        <a routerLink="/login" [queryParams]="auth.linkParams()">Sign in</a>
        <a routerLink="/register" [queryParams]="auth.linkParams()">Create an account</a>
      </p>
    }
  `,
  styleUrl: './auth-form.scss',
})
export class OtherDoors {
  protected readonly auth = inject(AuthStore);
}
