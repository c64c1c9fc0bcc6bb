import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { faultOf } from '../../core/graphql/fault-of';
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { AccountStore } from './account.store';

/** Nothing brings an account back: the password is typed, so that it is meant, and by whoever has it. */
@Component({
  imports: [
    FocusFirstError,
    FormError,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); delete()" novalidate>
      <h2 matDialogTitle i18n>Delete your account for good?</h2>
      <mat-dialog-content>
        @if (fault().form; as sentence) {
          <app-form-error>{{ sentence }}</app-form-error>
        }
        <p i18n>
          Your profile, what you saved and your sign-ins on all devices will be gone. What you wrote stays under the
          name “Deleted account”, unless you delete it as well. This cannot be undone.
        </p>
        <label class="check">
          <input
            type="checkbox"
            name="with-messages"
            [checked]="withMessages()"
            (change)="withMessages.set(!withMessages())"
          />
          <span i18n>Delete everything I wrote, with its files, in all rooms</span>
        </label>
        <input
          class="visually-hidden"
          type="text"
          name="username"
          autocomplete="username"
          tabindex="-1"
          aria-hidden="true"
          readonly
          [value]="store.user()?.username"
        />
        <app-text-field
          label="Your password"
          i18n-label
          name="password"
          type="password"
          autocomplete="current-password"
          [(value)]="password"
          [error]="fault().at('password')"
        />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" matDialogClose i18n>Cancel</button>
        <button matButton="filled" type="submit" class="danger-button" disabledInteractive [disabled]="busy()">
          {{ verb() }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../../shared/ui/dialog/dialog-with-check.scss',
})
export class DeleteAccountDialog {
  protected readonly store = inject(AccountStore);
  protected readonly password = signal('');
  protected readonly withMessages = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['password']));
  private readonly dialog = inject<MatDialogRef<DeleteAccountDialog>>(MatDialogRef);
  protected readonly verb = computed(() => (this.busy() ? $localize`Deleting …` : $localize`Delete for good`));

  protected async delete(): Promise<void> {
    if (this.busy()) return;
    this.problem.set(
      firstEmpty([{ field: 'password', value: this.password(), sentence: $localize`Enter your password.` }]),
    );
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.store.deleteAccount(this.password(), this.withMessages());
    this.busy.set(false);
    if (outcome.ok) this.dialog.close();
    else this.problem.set(outcome.problem);
  }
}
