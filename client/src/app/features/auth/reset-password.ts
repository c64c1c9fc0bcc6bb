import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Button } from '../../shared/ui/button/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { map } from 'rxjs';
import { MIN_PASSWORD_LENGTH } from '#rules';
import { faultOf } from '../../core/graphql/fault-of';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { formatMessage } from '../../shared/language/format-message';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { AuthFrame } from './auth-frame';
import { PasswordResetStore } from './password-reset.store';

/** Where the link leads that an administrator gave somebody who forgot their password, or that was sent to them by e-mail. */
@Component({
  imports: [AuthFrame, FocusFirstError, FormError, Button, RouterLink, TextField],
  providers: [PasswordResetStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reset-password.html',
  styleUrl: './auth-form.scss',
})
export class ResetPassword {
  protected readonly store = inject(PasswordResetStore);
  private readonly server = inject(ServerInfoStore);
  protected readonly sendsEmail = computed(() => this.server.info().sendsEmail);
  protected readonly passwordHint = formatMessage(
    $localize`{count, plural, =1 {At least one character.} other {At least # characters.}}`,
    { count: MIN_PASSWORD_LENGTH },
  );
  protected readonly verb = computed(() => (this.store.busy() ? $localize`Saving …` : $localize`Save password`));
  protected readonly password = signal('');
  protected readonly fault = computed(() => faultOf(this.store.problem(), ['newPassword']));
  private readonly token = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('token') ?? '')), {
    requireSync: true,
  });

  constructor() {
    effect(() => {
      this.token();
      untracked(() => void this.look());
    });
  }

  protected async look(): Promise<void> {
    await this.store.look(this.token());
  }

  protected async choose(): Promise<void> {
    await this.store.choose(this.token(), this.password());
  }
}
