import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { map } from 'rxjs';
import type { Problem } from '../../core/graphql/problem';
import { Button } from '../../shared/ui/button/button';
import { FormError } from '../../shared/ui/feedback/form-error';
import { AuthFrame } from './auth-frame';
import { EmailLinkRequests } from './data/email-link-requests';

/** Where the link leads that shows that an address is somebody's. It asks for a click: programs that look at mail follow links as well. */
@Component({
  imports: [AuthFrame, Button, FormError, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (confirmed(); as address) {
      <app-auth-frame heading="Your address is confirmed" i18n-heading>
        <div class="stack">
          <p class="lead" role="status" i18n>
            From now on e-mail from here goes to <bdi>{{ address }}</bdi>. Your account says which.
          </p>
          <a appButton="filled" class="submit" routerLink="/account" i18n>Open your account</a>
        </div>
      </app-auth-frame>
    } @else {
      <app-auth-frame heading="Confirm your address" i18n-heading>
        <div class="stack">
          @if (problem(); as fault) {
            <app-form-error>{{ fault.message }}</app-form-error>
          } @else {
            <p class="lead" i18n>Is it you who wants to get e-mail at this address?</p>
          }
          @if (problem()?.code === 'NOT_FOUND') {
            <a appButton="filled" class="submit" routerLink="/account" i18n>Open your account</a>
          } @else {
            <button appButton="filled" class="submit" type="button" [disabled]="busy()" (click)="confirm()">
              {{ verb() }}
            </button>
          }
        </div>
      </app-auth-frame>
    }
  `,
  styleUrl: './auth-form.scss',
})
export class ConfirmEmail {
  private readonly requests = inject(EmailLinkRequests);
  private readonly token = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('token') ?? '')), {
    requireSync: true,
  });
  protected readonly confirmed = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly verb = computed(() => (this.busy() ? $localize`Confirming …` : $localize`Confirm this address`));
  protected readonly problem = signal<Problem | null>(null);

  protected async confirm(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const outcome = await this.requests.confirm(this.token());
    this.busy.set(false);
    if (outcome.ok) this.confirmed.set(outcome.value);
    this.problem.set(outcome.ok ? null : outcome.problem);
  }
}
