import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { faultOf } from '../../core/graphql/fault-of';
import type { Outcome, Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { PageSection } from '../../shared/ui/page/page-section';
import { AccountStore } from './account.store';
import { EmailStore } from './email.store';

/** Where the viewer gets e-mail. Whoever changes it could have a new password sent to them, so it asks for the password. */
@Component({
  selector: 'app-email-address-form',
  imports: [DoneNote, FocusFirstError, FormError, MatButton, PageSection, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './email-address-form.html',
  styleUrls: ['./account-form.scss', './email-address-form.scss'],
})
export class EmailAddressForm {
  protected readonly account = inject(AccountStore);
  protected readonly store = inject(EmailStore);
  protected readonly address = signal('');
  protected readonly password = signal('');
  protected readonly busy = signal(false);
  private readonly done = signal('');
  private readonly sentTo = signal<string | null>(null);
  /** That a link was sent is no news any more once it was followed. */
  protected readonly note = computed(() => {
    const to = this.sentTo();
    return to !== null && to === this.store.pendingAddress()
      ? $localize`A link was sent to ${to}:address:.`
      : this.done();
  });
  protected readonly addressLabel = computed(() =>
    this.store.address() ? $localize`New address` : $localize`Address`,
  );
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['address', 'currentPassword']));
  protected readonly verb = computed(() => (this.busy() ? $localize`Sending …` : $localize`Send a link to confirm it`));

  protected async save(): Promise<void> {
    this.problem.set(
      firstEmpty([{ field: 'address', value: this.address(), sentence: $localize`Enter an e-mail address.` }]),
    );
    if (this.problem() || this.lacksPassword()) return;
    if (!(await this.run(() => this.store.setAddress(this.address().trim(), this.password())))) return;
    this.address.set('');
    this.password.set('');
    this.sentTo.set(this.store.pendingAddress());
  }

  protected async sendAgain(): Promise<void> {
    if (await this.run(() => this.store.resendConfirmation())) this.sentTo.set(this.store.pendingAddress());
  }

  protected async remove(): Promise<void> {
    if (this.lacksPassword()) return;
    if (!(await this.run(() => this.store.removeAddress(this.password())))) return;
    this.password.set('');
    this.done.set($localize`Your e-mail address was removed.`);
  }

  private lacksPassword(): boolean {
    const empty = {
      field: 'currentPassword',
      value: this.password(),
      sentence: $localize`Enter your current password.`,
    };
    this.problem.set(firstEmpty([empty]));
    return this.problem() !== null;
  }

  private async run(change: () => Promise<Outcome<unknown>>): Promise<boolean> {
    if (this.busy()) return false;
    this.done.set('');
    this.sentTo.set(null);
    this.busy.set(true);
    const outcome = await change();
    this.busy.set(false);
    this.problem.set(outcome.ok ? null : outcome.problem);
    return outcome.ok;
  }
}
