import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MIN_PASSWORD_LENGTH } from '#rules';
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { PageSection } from '../../shared/ui/page/page-section';
import { faultOf } from '../../core/graphql/fault-of';
import { AccountStore } from './account.store';
import { formatMessage } from '../../shared/language/format-message';

@Component({
  selector: 'app-change-password',
  imports: [DoneNote, FocusFirstError, FormError, MatButton, PageSection, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './change-password.html',
  styleUrl: './account-form.scss',
})
export class ChangePassword {
  protected readonly store = inject(AccountStore);
  protected readonly passwordHint = formatMessage(
    $localize`{count, plural, =1 {At least one character.} other {At least # characters.}}`,
    { count: MIN_PASSWORD_LENGTH },
  );
  protected readonly current = signal('');
  protected readonly wanted = signal('');
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['currentPassword', 'newPassword']));
  protected readonly verb = computed(() => (this.busy() ? $localize`Changing …` : $localize`Change password`));

  protected async change(): Promise<void> {
    if (this.busy()) return;
    this.done.set('');
    this.problem.set(
      firstEmpty([
        { field: 'currentPassword', value: this.current(), sentence: $localize`Enter your current password.` },
        { field: 'newPassword', value: this.wanted(), sentence: $localize`Choose a new password.` },
      ]),
    );
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.store.changePassword(this.current(), this.wanted());
    this.busy.set(false);
    if (!outcome.ok) {
      this.problem.set(outcome.problem);
      return;
    }
    this.current.set('');
    this.wanted.set('');
    this.done.set($localize`Your password has been changed, and your other devices have been signed out.`);
  }
}
