import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../../shared/ui/button/button';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { SessionStore } from '../../core/session/session.store';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { AuthFrame } from './auth-frame';
import { AuthStore } from './auth.store';
import { OtherDoors } from './other-doors';
import { sessionEndWords } from './session-end-words';
import { faultOf } from '../../core/graphql/fault-of';

@Component({
  selector: 'app-login',
  imports: [AuthFrame, FocusFirstError, FormError, Button, OtherDoors, RouterLink, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './login.html',
  styleUrl: './auth-form.scss',
})
export class Login {
  protected readonly auth = inject(AuthStore);
  protected readonly fault = computed(() => faultOf(this.auth.problem(), ['username', 'password']));
  protected readonly ending = computed(() => {
    const end = this.session.end();
    return end && sessionEndWords(end, this.server.info());
  });
  protected readonly sendsEmail = computed(() => this.server.info().sendsEmail);
  protected readonly verb = computed(() => (this.auth.busy() ? $localize`Signing in …` : $localize`Sign in`));
  protected readonly username = signal('');
  protected readonly password = signal('');
  private readonly server = inject(ServerInfoStore);
  private readonly session = inject(SessionStore);
  private readonly passwordField = viewChild.required<TextField>('passwordField');

  protected async login(): Promise<void> {
    await this.auth.login({ username: this.username().trim(), password: this.password() });
    // Of the two it is nearly always the password; which one it is, the server does not say.
    if (this.auth.problem()?.code === 'UNAUTHENTICATED') this.passwordField().focus();
  }
}
