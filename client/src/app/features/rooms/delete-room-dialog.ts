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
import { formatMessage } from '../../shared/language/format-message';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { RoomSettingsStore } from './room-settings.store';

/** Nothing brings a room back: its name is typed, so that it is meant. */
@Component({
  imports: [FocusFirstError, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [appFocusFirstError]="fault()" (submit)="$event.preventDefault(); delete()" novalidate>
      <h2 matDialogTitle i18n>Delete “{{ room.name }}” for good?</h2>
      <mat-dialog-content>
        <p>{{ text }}</p>
        <app-text-field
          label="Type the name of the room"
          i18n-label
          name="typed-room-name"
          [hint]="room.name"
          [(value)]="typed"
          [error]="fault()?.message"
        />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" matDialogClose i18n>Cancel</button>
        <button matButton="filled" type="submit" class="danger-button" disabledInteractive [disabled]="busy()">
          {{ verb() }}
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
  protected readonly verb = computed(() => (this.busy() ? $localize`Deleting …` : $localize`Delete for good`));
  protected readonly fault = signal<Problem | null>(null);
  private readonly settings = inject(RoomSettingsStore);
  private readonly dialog = inject<MatDialogRef<DeleteRoomDialog>>(MatDialogRef);
  private readonly isTyped = computed(() => this.typed().trim().normalize('NFC') === this.room.name);

  protected async delete(): Promise<void> {
    if (this.busy()) return;
    this.fault.set(
      this.isTyped() ? null : problem('BAD_USER_INPUT', $localize`This is not the name of the room.`, 'name'),
    );
    if (this.fault()) return;
    this.busy.set(true);
    const outcome = await this.settings.delete(this.room.id, this.typed());
    this.busy.set(false);
    if (outcome.ok) this.dialog.close();
    else this.fault.set(outcome.problem);
  }
}

function textFor(members: number): string {
  return formatMessage(
    $localize`{members, plural, =1 {All messages, threads and files in it will be gone for you.} other {All messages, threads and files in it will be gone for all # members.}} This cannot be undone.`,
    { members },
  );
}
