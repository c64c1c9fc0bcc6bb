import { afterNextRender, ChangeDetectionStrategy, Component, inject, Injector, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { focusHeadingIfLost } from '../../shared/ui/focus/page-heading';
import { AccountStore } from './account.store';

/** For whoever runs the server, as long as nobody administers it. Nobody is told whether that is so. */
@Component({
  selector: 'app-setup-code',
  imports: [DoneNote, FocusFirstError, MatButton, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (!store.isAdministrator()) {
      <details>
        <summary i18n>I have a setup code</summary>
        <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); become()" novalidate>
          <app-text-field
            label="Setup code"
            i18n-label
            name="setup-code"
            hint="The server prints it when it starts."
            i18n-hint
            [(value)]="code"
            [error]="problem()?.message ?? null"
          />
          <button matButton="outlined" class="submit" type="submit" disabledInteractive [disabled]="busy()" i18n>
            Become administrator
          </button>
        </form>
      </details>
    }
    <app-done-note [text]="done()" />
  `,
  styleUrls: ['./account-form.scss', './setup-code.scss'],
})
export class SetupCode {
  protected readonly store = inject(AccountStore);
  protected readonly code = signal('');
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = signal<Problem | null>(null);
  private readonly injector = inject(Injector);

  protected async become(): Promise<void> {
    if (this.busy()) return;
    const code = this.code().trim();
    this.problem.set(firstEmpty([{ field: 'code', value: code, sentence: $localize`Enter the setup code.` }]));
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.store.becomeAdministrator(code);
    this.busy.set(false);
    if (outcome.ok) this.welcome();
    else this.problem.set(outcome.problem);
  }

  /** The form goes, and with it whatever had the focus. */
  private welcome(): void {
    this.done.set($localize`You’re now an administrator of this server.`);
    afterNextRender({ read: focusHeadingIfLost }, { injector: this.injector });
  }
}
