import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { Question } from './question';

@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>{{ question.heading }}</h2>
    <mat-dialog-content
      ><p>{{ question.text }}</p></mat-dialog-content
    >
    <mat-dialog-actions align="end">
      <button matButton type="button" [matDialogClose]="false" i18n>Cancel</button>
      <button matButton="filled" type="button" class="danger-button" [matDialogClose]="true">
        {{ question.verb }}
      </button>
    </mat-dialog-actions>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}
