import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { GivenInvitations } from './given-invitations';

export interface InvitedTo {
  readonly roomId: string;
  readonly roomName: string;
}

@Component({
  imports: [GivenInvitations, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle i18n>Invite people to “{{ room.roomName }}”</h2>
    <mat-dialog-content>
      <p class="lead" i18n>Whoever has a link can join the room, with an account or a new one.</p>
      <app-given-invitations [roomId]="room.roomId" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose i18n>Close</button>
    </mat-dialog-actions>
  `,
  styles: `
    .lead {
      margin-bottom: var(--s4);
      color: var(--ink-soft);
    }
  `,
})
export class InviteDialog {
  protected readonly room = inject<InvitedTo>(MAT_DIALOG_DATA);
}
