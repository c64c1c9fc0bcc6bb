import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { RouterLink } from '@angular/router';
import type { LeftBehind } from '../../core/session/private-storage';
import { SignOut } from '../../core/session/sign-out';
import { formatMessage } from '../../shared/language/format-message';
import { listInText } from '../../shared/language/lists';
import { FormError } from '../../shared/ui/feedback/form-error';
import { AuthFrame } from './auth-frame';

@Component({
  imports: [AuthFrame, FormError, Button, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-auth-frame [heading]="heading()">
      @if (left()) {
        <div class="stack">
          <p class="lead" i18n>See you soon.</p>
          @if (wasGuest()) {
            <a appButton="filled" class="submit" routerLink="/" i18n>Go to the front page</a>
          } @else {
            <a appButton="filled" class="submit" routerLink="/login" i18n>Sign in again</a>
            <p class="others"><a routerLink="/" i18n>Go to the front page</a></p>
          }
        </div>
      } @else if (problem(); as sentence) {
        <div class="stack">
          <app-form-error i18n>You’re still signed in. {{ sentence }}</app-form-error>
          <button appButton="filled" class="submit" type="button" (click)="leave(keeps())" i18n>Try again</button>
        </div>
      } @else if (question(); as words) {
        <div class="stack">
          <p class="lead">{{ words }}</p>
          <p i18n>What you keep is here when you sign in again. Delete it if others use this browser.</p>
          <button appButton="filled" class="submit" type="button" (click)="leave(true)" i18n>Keep and sign out</button>
          <button appButton="outlined" class="submit" type="button" (click)="leave(false)" i18n>
            Delete and sign out
          </button>
          <p class="others"><a routerLink="/chat" i18n>Stay signed in</a></p>
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
    if (this.left()) return $localize`You’re signed out`;
    return this.question() === null ? $localize`Signing out …` : $localize`Sign out?`;
  });
  private readonly signOut = inject(SignOut);

  constructor() {
    void this.begin();
  }

  private async begin(): Promise<void> {
    const left = await this.signOut.leftBehind();
    if (left) this.question.set($localize`You still have ${inWords(left)}:things: in this browser.`);
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
  const kinds = [
    { count: drafts, text: $localize`{count, plural, =1 {one draft} other {# drafts}}` },
    {
      count: unsent,
      text: $localize`{count, plural, =1 {one message that was not sent} other {# messages that were not sent}}`,
    },
    {
      count: changes,
      text: $localize`{count, plural, =1 {one change that was not sent} other {# changes that were not sent}}`,
    },
    {
      count: reactions,
      text: $localize`{count, plural, =1 {one reaction that was not sent} other {# reactions that were not sent}}`,
    },
  ];
  return listInText(kinds.filter(({ count }) => count > 0).map(({ count, text }) => formatMessage(text, { count })));
}
