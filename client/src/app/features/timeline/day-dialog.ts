import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';

export interface Days {
  /** Both as 2026-11-21: the day that is proposed, and the last one there is. */
  readonly day: string;
  readonly today: string;
}

@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form (submit)="$event.preventDefault(); choose()" novalidate>
      <h2 matDialogTitle i18n>Jump to a date</h2>
      <mat-dialog-content>
        <label for="day" i18n>Date</label>
        <input #box id="day" type="date" [value]="day()" [max]="days.today" (input)="day.set(box.value)" required />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" matDialogClose i18n>Cancel</button>
        <button matButton="filled" type="submit" disabledInteractive [disabled]="day() === ''" i18n>Jump</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      gap: var(--s1);
    }
    label {
      color: var(--ink);
      font-size: var(--text-s);
      font-weight: 600;
    }
    input {
      min-height: var(--target);
      padding: var(--s2) var(--s3);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-m);
      background: var(--raised);
      color: var(--ink);
      font: inherit;
    }
  `,
})
export class DayDialog {
  protected readonly days = inject<Days>(MAT_DIALOG_DATA);
  protected readonly day = signal(this.days.day);
  private readonly dialog = inject<MatDialogRef<DayDialog, string>>(MatDialogRef);

  protected choose(): void {
    if (this.day() !== '') this.dialog.close(this.day());
  }
}
