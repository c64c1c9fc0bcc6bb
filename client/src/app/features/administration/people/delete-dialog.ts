import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';

export interface DeletionWanted {
  readonly withMessages: boolean;
}

@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle i18n>Delete the account of {{ name }} for good?</h2>
    <mat-dialog-content>
      <p i18n>
        Their profile, memberships and sign-ins will be gone. What they wrote stays under the name “Deleted account”,
        unless you delete it as well. This cannot be undone.
      </p>
      <label class="check">
        <input
          type="checkbox"
          name="with-messages"
          [checked]="withMessages()"
          (change)="withMessages.set(!withMessages())"
        />
        <span i18n>Delete everything they wrote, with its files, in all rooms</span>
      </label>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose i18n>Cancel</button>
      <button
        matButton="filled"
        type="button"
        class="danger-button"
        [matDialogClose]="{ withMessages: withMessages() }"
        i18n
      >
        Delete for good
      </button>
    </mat-dialog-actions>
  `,
  styleUrl: '../../../shared/ui/dialog/dialog-with-check.scss',
})
export class DeleteDialog {
  protected readonly name = inject<string>(MAT_DIALOG_DATA);
  protected readonly withMessages = signal(false);
}
