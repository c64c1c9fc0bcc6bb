import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MAX_REPORT_LENGTH } from '#rules';
import { faultOf } from '../../core/graphql/fault-of';
import { type Outcome, type Problem, problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextArea } from '../../shared/ui/field/text-area';
import type { Closing } from './reports.store';

export interface ClosedReport {
  readonly authorName: string;
  /** Empty for a conversation of certain people, from which nobody can be banned. */
  readonly roomName: string;
  readonly close: (closing: Closing) => Promise<Outcome<unknown>>;
}

@Component({
  imports: [
    FocusFirstError,
    FormError,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TextArea,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); act()" novalidate>
      <h2 matDialogTitle i18n>Take action</h2>
      <mat-dialog-content>
        @if (fault().form; as sentence) {
          <app-form-error>{{ sentence }}</app-form-error>
        }
        <fieldset>
          <legend class="visually-hidden" i18n>What to do</legend>
          <label class="check">
            <input type="checkbox" name="delete-message" [checked]="deletes()" (change)="deletes.set(!deletes())" />
            <span i18n>Delete the message<small>Its text and files will be gone for everyone.</small></span>
          </label>
          <label class="check">
            <input type="checkbox" name="warn-author" [checked]="warns()" (change)="warns.set(!warns())" />
            <span i18n> Warn {{ asked.authorName }}<small>Only they read it, without your name.</small> </span>
          </label>
          @if (warns()) {
            <app-text-area
              label="What they read"
              i18n-label
              name="warning"
              [maxlength]="maxWarning"
              [(value)]="warning"
              [error]="fault().at('warning')"
            />
          }
          @if (asked.roomName !== '') {
            <label class="check">
              <input type="checkbox" name="ban-author" [checked]="bans()" (change)="bans.set(!bans())" />
              <span i18n>
                Ban {{ asked.authorName }} from “{{ asked.roomName }}”<small
                  >They leave the room and can’t come back until the ban is lifted.</small
                >
              </span>
            </label>
          }
        </fieldset>
        <p i18n>Whoever reported the message is told that it was dealt with, but not how.</p>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" matDialogClose i18n>Cancel</button>
        <button matButton="filled" type="submit" class="danger-button" disabledInteractive [disabled]="busy()">
          {{ verb() }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: './report-dialog.scss',
})
export class ClosingDialog {
  protected readonly asked = inject<ClosedReport>(MAT_DIALOG_DATA);
  protected readonly maxWarning = MAX_REPORT_LENGTH;
  protected readonly deletes = signal(true);
  protected readonly warns = signal(false);
  protected readonly bans = signal(false);
  protected readonly warning = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['warning']));
  private readonly dialog = inject<MatDialogRef<ClosingDialog, boolean>>(MatDialogRef);
  protected readonly verb = computed(() => (this.busy() ? $localize`Working …` : $localize`Take action`));

  protected async act(): Promise<void> {
    if (this.busy()) return;
    this.problem.set(this.faultInForm());
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.asked.close(this.closing());
    this.busy.set(false);
    if (outcome.ok) this.dialog.close(true);
    else this.problem.set(outcome.problem);
  }

  private closing(): Closing {
    const actions = [
      ...(this.deletes() ? (['DELETED_MESSAGE'] as const) : []),
      ...(this.warns() ? (['WARNED_AUTHOR'] as const) : []),
      ...(this.bans() ? (['BANNED_AUTHOR'] as const) : []),
    ];
    return { actions, warning: this.warns() ? this.warning().trim() : null };
  }

  private faultInForm(): Problem | null {
    const { actions, warning } = this.closing();
    if (actions.length === 0)
      return problem('BAD_USER_INPUT', $localize`Choose what to do, or close this and dismiss the report.`);
    return warning === null
      ? null
      : firstEmpty([{ field: 'warning', value: warning, sentence: $localize`Write what they are to read.` }]);
  }
}
