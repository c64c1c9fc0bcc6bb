import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../../core/session/session.store';
import { AuthFrame } from './auth-frame';

@Component({
  imports: [AuthFrame, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-auth-frame [heading]="left() ? 'You are signed out' : 'Signing out …'">
      @if (left()) {
        <div class="stack">
          <p class="lead">See you at the next gathering.</p>
          <a matButton="filled" class="submit" routerLink="/login">Sign in again</a>
          <p class="others"><a routerLink="/">To the front page</a></p>
        </div>
      }
    </app-auth-frame>
  `,
  styleUrl: './auth-form.scss',
})
export class Logout {
  protected readonly left = signal(false);
  private readonly session = inject(SessionStore);

  constructor() {
    void this.leave();
  }

  private async leave(): Promise<void> {
    await this.session.logout();
    this.left.set(true);
  }
}
