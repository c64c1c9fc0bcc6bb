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
import { MAX_REASON_LENGTH } from '#rules';
import { TextField } from '../../shared/ui/field/text-field';

interface Asked {
  readonly name: string;
  readonly roomName: string;
}

@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form (submit)="$event.preventDefault(); ban()" novalidate>
      <h2 matDialogTitle i18n>
        Ban
        {{
          asked.name  // i18n(ph="name")
        }}?
      </h2>
      <mat-dialog-content>
        <p i18n>
          {{
            asked.name // i18n(ph="name")
          }}
          will leave “{{
            asked.roomName  // i18n(ph="room")
          }}” and can’t come back until the ban is lifted.
        </p>
        <app-text-field
          label="Reason"
          i18n-label
          name="ban-reason"
          hint="Only the owner and moderators see it."
          i18n-hint
          [optional]="true"
          [maxlength]="maxReason"
          [(value)]="reason"
        />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" matDialogClose i18n>Cancel</button>
        <button matButton="filled" type="submit" class="danger-button" i18n>Ban</button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: './room-dialog.scss',
})
export class BanDialog {
  protected readonly asked = inject<Asked>(MAT_DIALOG_DATA);
  protected readonly maxReason = MAX_REASON_LENGTH;
  protected readonly reason = signal('');
  private readonly dialog = inject<MatDialogRef<BanDialog, string>>(MatDialogRef);

  protected ban(): void {
    this.dialog.close(this.reason().trim());
  }
}
