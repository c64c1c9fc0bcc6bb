import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { faultOf } from '../../core/graphql/fault-of';
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { Button } from '../../shared/ui/button/button';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { AuthFrame } from './auth-frame';
import { EmailLinkRequests } from './data/email-link-requests';

/** For whoever has forgotten their password: has a link sent to their address. Whether there is such an account, nobody is told. */
@Component({
  imports: [AuthFrame, Button, FocusFirstError, FormError, RouterLink, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './forgot-password.html',
  styleUrl: './auth-form.scss',
})
export class ForgotPassword {
  private readonly requests = inject(EmailLinkRequests);
  private readonly server = inject(ServerInfoStore);
  protected readonly sendsEmail = computed(() => this.server.info().sendsEmail);
  protected readonly who = signal('');
  protected readonly busy = signal(false);
  protected readonly verb = computed(() => (this.busy() ? $localize`Sending …` : $localize`Send the link`));
  protected readonly isSent = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['usernameOrEmail']));

  protected async send(): Promise<void> {
    if (this.busy()) return;
    const sentence = $localize`Enter your username or your e-mail address.`;
    this.problem.set(firstEmpty([{ field: 'usernameOrEmail', value: this.who(), sentence }]));
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.requests.requestPasswordReset(this.who().trim());
    this.busy.set(false);
    this.problem.set(outcome.ok ? null : outcome.problem);
    this.isSent.set(outcome.ok);
  }
}
