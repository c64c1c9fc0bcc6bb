import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  type MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { opener } from '../../shared/ui/focus/opener';
import { ReportList } from './report-list';

interface Of {
  readonly roomId: string;
  readonly roomName: string;
}

/** Once it is closed again. */
export async function openRoomReports(dialog: MatDialog, data: Of): Promise<void> {
  const opened = dialog.open(RoomReportsDialog, {
    data,
    width: '40rem',
    maxWidth: 'calc(100vw - 2rem)',
    restoreFocus: opener(),
  });
  await firstValueFrom(opened.afterClosed());
}

/** What was reported in a room, for those who look after it. */
@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, ReportList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>Reports in “{{ room.roomName }}”</h2>
    <mat-dialog-content><app-report-list [roomId]="room.roomId" /></mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>Close</button>
    </mat-dialog-actions>
  `,
})
class RoomReportsDialog {
  protected readonly room = inject<Of>(MAT_DIALOG_DATA);
}
