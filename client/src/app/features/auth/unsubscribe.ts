import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { map } from 'rxjs';
import type { Problem } from '../../core/graphql/problem';
import { Button } from '../../shared/ui/button/button';
import { FormError } from '../../shared/ui/feedback/form-error';
import { AuthFrame } from './auth-frame';
import { EmailLinkRequests } from './data/email-link-requests';

/** Where the link at the end of an e-mail leads. It asks for a click: programs that look at mail follow links as well. */
@Component({
  imports: [AuthFrame, Button, FormError, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isDone()) {
      <app-auth-frame heading="No more of this e-mail" i18n-heading>
        <div class="stack">
          <p class="lead" role="status">{{ answer() }}</p>
          <a appButton="filled" class="submit" routerLink="/account" i18n>Open your account</a>
        </div>
      </app-auth-frame>
    } @else {
      <app-auth-frame heading="Stop this e-mail?" i18n-heading>
        <div class="stack">
          @if (problem(); as fault) {
            <app-form-error>{{ fault.message }}</app-form-error>
          } @else {
            <p class="lead">{{ question() }}</p>
          }
          @if (problem()?.code === 'NOT_FOUND') {
            <a appButton="filled" class="submit" routerLink="/account" i18n>Open your account</a>
          } @else {
            <button appButton="filled" class="submit" type="button" [disabled]="busy()" (click)="stop()">
              {{ verb() }}
            </button>
          }
        </div>
      </app-auth-frame>
    }
  `,
  styleUrl: './auth-form.scss',
})
export class Unsubscribe {
  private readonly requests = inject(EmailLinkRequests);
  private readonly token = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('token') ?? '')), {
    requireSync: true,
  });
  private readonly isDigest = computed(() => this.token().startsWith('d.'));
  protected readonly question = computed(() =>
    this.isDigest()
      ? $localize`You would get no more daily digests.`
      : $localize`You would get no more e-mail about messages that you missed.`,
  );
  protected readonly answer = computed(() =>
    this.isDigest()
      ? $localize`You will get no more daily digests. You can have it again in your account.`
      : $localize`You will get no more e-mail about messages that you missed. You can have it again in your account.`,
  );
  protected readonly isDone = signal(false);
  protected readonly busy = signal(false);
  protected readonly verb = computed(() => (this.busy() ? $localize`Stopping …` : $localize`Stop it`));
  protected readonly problem = signal<Problem | null>(null);

  protected async stop(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const outcome = await this.requests.unsubscribe(this.token());
    this.busy.set(false);
    this.isDone.set(outcome.ok);
    this.problem.set(outcome.ok ? null : outcome.problem);
  }
}
