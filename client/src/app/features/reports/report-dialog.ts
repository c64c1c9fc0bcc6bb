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
import type { Outcome, Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextArea } from '../../shared/ui/field/text-area';
import { ReportRequests } from './data/report-requests';

export interface Reported {
  readonly messageId: string;
  readonly authorName: string;
  /** Null in a conversation of certain people, which nobody looks after but the administrators. */
  readonly roomName: string | null;
}

@Component({
  imports: [FocusFirstError, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextArea],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); send()" novalidate>
      <h2 matDialogTitle i18n>Report {{ asked.authorName }}’s message</h2>
      <mat-dialog-content>
        <p>
          @if (asked.roomName === null) {
            <ng-container i18n
              >The administrators of this server will see this message, your name and your reason, and nothing else of
              this conversation.</ng-container
            >
          } @else {
            <ng-container i18n
              >The owner and moderators of “{{ asked.roomName }}” and the administrators of this server will see this
              message, your name and your reason, also those who are not in the room.</ng-container
            >
          }
          <ng-container i18n>Nobody else is told, and neither is {{ asked.authorName }}.</ng-container>
        </p>
        <app-text-area
          label="What is wrong with it?"
          i18n-label
          name="report-reason"
          [maxlength]="maxReason"
          [(value)]="reason"
          [error]="problem()?.message"
        />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" matDialogClose i18n>Cancel</button>
        <button matButton="filled" type="submit" disabledInteractive [disabled]="busy()">
          {{ verb() }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: './report-dialog.scss',
})
export class ReportDialog {
  protected readonly asked = inject<Reported>(MAT_DIALOG_DATA);
  protected readonly maxReason = MAX_REPORT_LENGTH;
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly requests = inject(ReportRequests);
  private readonly dialog = inject<MatDialogRef<ReportDialog, boolean>>(MatDialogRef);
  protected readonly verb = computed(() => (this.busy() ? $localize`Reporting …` : $localize`Report`));

  protected async send(): Promise<void> {
    if (this.busy()) return;
    const reason = this.reason().trim();
    this.problem.set(firstEmpty([{ field: 'reason', value: reason, sentence: $localize`Say what is wrong with it.` }]));
    if (this.problem()) return;
    this.busy.set(true);
    const outcome: Outcome<unknown> = await this.requests.report(this.asked.messageId, reason);
    this.busy.set(false);
    if (outcome.ok) this.dialog.close(true);
    else this.problem.set(outcome.problem);
  }
}
