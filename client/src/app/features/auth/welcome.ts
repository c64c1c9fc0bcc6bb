import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthFrame } from './auth-frame';
import { AuthStore } from './auth.store';
import { GuestForm } from './guest-form';

/** The front page: the way in for anybody, with the regulars' door beside it. */
@Component({
  imports: [AuthFrame, GuestForm, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-auth-frame heading="Join the conversation">
      <app-guest-form />
      @if (auth.guestWithoutRoom()) {
        <p class="others">
          <span>Somebody else?</span>
          <a routerLink="/logout">Sign out</a>
        </p>
      } @else {
        <p class="others">
          <span>A regular here?</span>
          <a routerLink="/login" [queryParams]="auth.linkParams()">Sign in</a>
          <a routerLink="/register" [queryParams]="auth.linkParams()">Create an account</a>
        </p>
      }
    </app-auth-frame>
  `,
  styleUrl: './auth-form.scss',
})
export class Welcome {
  protected readonly auth = inject(AuthStore);
}
