import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { ReportList } from './report-list';

export interface ReportedIn {
  readonly roomId: string;
  readonly roomName: string;
}

/** What was reported in a room, for those who look after it. */
@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, ReportList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle i18n>Reports in “{{ room.roomName }}”</h2>
    <mat-dialog-content><app-report-list [roomId]="room.roomId" /></mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose i18n>Close</button>
    </mat-dialog-actions>
  `,
})
export class RoomReportsDialog {
  protected readonly room = inject<ReportedIn>(MAT_DIALOG_DATA);
}
