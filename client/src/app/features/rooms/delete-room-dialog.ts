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
import type { Room } from '../../core/graphql/model';
import { type Problem, problem } from '../../core/graphql/problem';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { RoomSettingsStore } from './room-settings.store';

/** Nothing brings a room back: its name is typed, so that it is meant. */
@Component({
  imports: [FocusFirstError, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [appFocusFirstError]="fault()" (submit)="$event.preventDefault(); delete()" novalidate>
      <h2 matDialogTitle>Delete “{{ room.name }}” for good?</h2>
      <mat-dialog-content>
        <p>{{ text }}</p>
        <app-text-field
          label="Type the name of the room"
          name="typed-room-name"
          [hint]="room.name"
          [(value)]="typed"
          [error]="fault()?.message"
        />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" matDialogClose>Cancel</button>
        <button matButton="filled" type="submit" class="danger-button" disabledInteractive [disabled]="busy()">
          {{ busy() ? 'Deleting …' : 'Delete for good' }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: './room-dialog.scss',
})
export class DeleteRoomDialog {
  protected readonly room = inject<Pick<Room, 'id' | 'name' | 'memberCount'>>(MAT_DIALOG_DATA);
  protected readonly text = textFor(this.room.memberCount);
  protected readonly typed = signal('');
  protected readonly busy = signal(false);
  protected readonly fault = signal<Problem | null>(null);
  private readonly settings = inject(RoomSettingsStore);
  private readonly dialog = inject<MatDialogRef<DeleteRoomDialog>>(MatDialogRef);
  private readonly isTyped = computed(() => this.typed().trim().normalize('NFC') === this.room.name);

  protected async delete(): Promise<void> {
    if (this.busy()) return;
    this.fault.set(this.isTyped() ? null : problem('BAD_USER_INPUT', 'This is not the name of the room.', 'name'));
    if (this.fault()) return;
    this.busy.set(true);
    const outcome = await this.settings.delete(this.room.id, this.typed());
    this.busy.set(false);
    if (outcome.ok) this.dialog.close();
    else this.fault.set(outcome.problem);
  }
}

function textFor(members: number): string {
  const whose = members === 1 ? 'you' : `all ${String(members)} members`;
  return `All messages, threads and files in it will be gone for ${whose}. This cannot be undone.`;
}
