import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SignOut } from '../../core/session/sign-out';
import { FormError } from '../../shared/ui/feedback/form-error';
import { AuthFrame } from './auth-frame';

@Component({
  imports: [AuthFrame, FormError, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-auth-frame [heading]="left() ? 'You’re signed out' : 'Signing out …'">
      @if (left()) {
        <div class="stack">
          <p class="lead">See you soon.</p>
          @if (wasGuest()) {
            <a matButton="filled" class="submit" routerLink="/">Go to the front page</a>
          } @else {
            <a matButton="filled" class="submit" routerLink="/login">Sign in again</a>
            <p class="others"><a routerLink="/">Go to the front page</a></p>
          }
        </div>
      } @else if (problem(); as sentence) {
        <div class="stack">
          <app-form-error>You’re still signed in. {{ sentence }}</app-form-error>
          <button matButton="filled" class="submit" type="button" (click)="leave()">Try again</button>
        </div>
      }
    </app-auth-frame>
  `,
  styleUrl: './auth-form.scss',
})
export class Logout {
  protected readonly left = signal(false);
  /** A guest has nothing to sign in with. */
  protected readonly wasGuest = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly signOut = inject(SignOut);

  constructor() {
    void this.leave();
  }

  protected async leave(): Promise<void> {
    this.problem.set(null);
    const outcome = await this.signOut.logout();
    if (outcome.ok) {
      this.wasGuest.set(outcome.value?.kind === 'GUEST');
      this.left.set(true);
    } else this.problem.set(outcome.problem.message);
  }
}
