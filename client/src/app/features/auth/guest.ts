import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { AuthFrame } from './auth-frame';
import { AuthStore } from './auth.store';
import { GuestForm } from './guest-form';

@Component({
  imports: [AuthFrame, GuestForm, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-auth-frame heading="Come in as a guest">
      <app-guest-form [room]="room" />
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
export class Guest {
  protected readonly auth = inject(AuthStore);
  protected readonly room = inject(ActivatedRoute).snapshot.queryParamMap.get('room') ?? '';
}
