import { ChangeDetectionStrategy, Component, inject, Injectable } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { opener } from '../focus/opener';

export interface Question {
  readonly heading: string;
  readonly text: string;
  /** The verb on the button that does it. */
  readonly verb: string;
}

@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>{{ question.heading }}</h2>
    <mat-dialog-content
      ><p>{{ question.text }}</p></mat-dialog-content
    >
    <mat-dialog-actions align="end">
      <button matButton type="button" [matDialogClose]="false">Cancel</button>
      <button matButton="filled" type="button" class="danger-button" [matDialogClose]="true">
        {{ question.verb }}
      </button>
    </mat-dialog-actions>
  `,
})
class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}

/** Asks before something that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);

  async ask(question: Question): Promise<boolean> {
    const dialog = this.dialog.open<ConfirmDialog, Question, boolean>(ConfirmDialog, {
      data: question,
      role: 'alertdialog',
      closeOnNavigation: false,
      maxWidth: 'min(26rem, calc(100vw - 2rem))',
      restoreFocus: opener(),
    });
    return (await firstValueFrom(dialog.afterClosed())) === true;
  }
}
