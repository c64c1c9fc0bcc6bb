import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { RouterLink } from '@angular/router';
import type { LeftBehind } from '../../core/session/private-storage';
import { SignOut } from '../../core/session/sign-out';
import { FormError } from '../../shared/ui/feedback/form-error';
import { AuthFrame } from './auth-frame';

@Component({
  imports: [AuthFrame, FormError, Button, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-auth-frame [heading]="heading()">
      @if (left()) {
        <div class="stack">
          <p class="lead">See you soon.</p>
          @if (wasGuest()) {
            <a appButton="filled" class="submit" routerLink="/">Go to the front page</a>
          } @else {
            <a appButton="filled" class="submit" routerLink="/login">Sign in again</a>
            <p class="others"><a routerLink="/">Go to the front page</a></p>
          }
        </div>
      } @else if (problem(); as sentence) {
        <div class="stack">
          <app-form-error>You’re still signed in. {{ sentence }}</app-form-error>
          <button appButton="filled" class="submit" type="button" (click)="leave(keeps())">Try again</button>
        </div>
      } @else if (question(); as words) {
        <div class="stack">
          <p class="lead">{{ words }}</p>
          <p>What you keep is here when you sign in again. Delete it if others use this browser.</p>
          <button appButton="filled" class="submit" type="button" (click)="leave(true)">Keep and sign out</button>
          <button appButton="outlined" class="submit" type="button" (click)="leave(false)">Delete and sign out</button>
          <p class="others"><a routerLink="/chat">Stay signed in</a></p>
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
  /** What would be lost, until its owner has decided. */
  protected readonly question = signal<string | null>(null);
  protected readonly keeps = signal(false);
  protected readonly heading = computed(() => {
    if (this.left()) return 'You’re signed out';
    return this.question() === null ? 'Signing out …' : 'Sign out?';
  });
  private readonly signOut = inject(SignOut);

  constructor() {
    void this.begin();
  }

  private async begin(): Promise<void> {
    const left = await this.signOut.leftBehind();
    if (left) this.question.set(`You still have ${inWords(left)} in this browser.`);
    else await this.leave(false);
  }

  protected async leave(keeps: boolean): Promise<void> {
    this.question.set(null);
    this.keeps.set(keeps);
    this.problem.set(null);
    const outcome = await this.signOut.logout(keeps);
    if (outcome.ok) {
      this.wasGuest.set(outcome.value?.kind === 'GUEST');
      this.left.set(true);
    } else this.problem.set(outcome.problem.message);
  }
}

function inWords({ changes, drafts, unsent, reactions }: LeftBehind): string {
  const parts = [
    drafts === 0 ? '' : drafts === 1 ? 'one draft' : `${String(drafts)} drafts`,
    unsent === 0
      ? ''
      : unsent === 1
        ? 'one message that was not sent'
        : `${String(unsent)} messages that were not sent`,
    changes === 0
      ? ''
      : changes === 1
        ? 'one change that was not sent'
        : `${String(changes)} changes that were not sent`,
    reactions === 0
      ? ''
      : reactions === 1
        ? 'one reaction that was not sent'
        : `${String(reactions)} reactions that were not sent`,
  ].filter(Boolean);
  return new Intl.ListFormat('en').format(parts);
}
