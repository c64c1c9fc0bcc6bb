import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { MAX_DISPLAY_NAME_LENGTH, MAX_USERNAME_LENGTH, MIN_PASSWORD_LENGTH } from '#rules';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { formatMessage } from '../../shared/language/format-message';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { AuthFrame } from './auth-frame';
import { AuthStore } from './auth.store';
import { ClosedDoor } from './closed-door';
import { faultOf } from '../../core/graphql/fault-of';
import { GeneratedPassword } from './generated-password';
import { OtherDoors } from './other-doors';
import { PasswordChoice } from './password-choice';

@Component({
  imports: [
    AuthFrame,
    ClosedDoor,
    FocusFirstError,
    FormError,
    GeneratedPassword,
    Button,
    OtherDoors,
    PasswordChoice,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './register.html',
  styleUrl: './auth-form.scss',
})
export class Register {
  protected readonly auth = inject(AuthStore);
  protected readonly server = inject(ServerInfoStore);
  protected readonly maxUsername = MAX_USERNAME_LENGTH;
  protected readonly maxDisplayName = MAX_DISPLAY_NAME_LENGTH;
  protected readonly passwordHint = formatMessage(
    $localize`{count, plural, =1 {At least one character.} other {At least # characters.}}`,
    { count: MIN_PASSWORD_LENGTH },
  );
  protected readonly verb = computed(() =>
    this.auth.busy() ? $localize`Creating your account …` : $localize`Create an account`,
  );
  protected readonly fault = computed(() => faultOf(this.auth.problem(), ['username', 'displayName', 'password']));
  protected readonly username = signal('');
  protected readonly displayName = signal('');
  protected readonly ownPassword = signal(true);
  protected readonly password = signal('');
  private readonly confirm = inject(Confirm);
  private readonly shownOnce = viewChild(GeneratedPassword);

  /** Called by the route. Whoever leaves a generated password unsaved could never sign in again. */
  async mayLeave(): Promise<boolean> {
    return (
      (this.shownOnce()?.haveIt() ?? true) ||
      this.confirm.ask({
        heading: $localize`Leave without your password?`,
        text: $localize`It won’t be shown again. Without it, you can’t sign in.`,
        verb: $localize`Leave anyway`,
      })
    );
  }

  protected async register(): Promise<void> {
    await this.auth.register({
      username: this.username().trim(),
      displayName: this.displayName().trim() || null,
      password: this.ownPassword() ? this.password() : null,
    });
  }
}
