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
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { NonceOfTries } from '../../core/nonce-of-tries';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { RoomFields } from './room-fields';
import { RoomsStore } from './rooms.store';
import { VisibilityChoice } from './visibility-choice';

@Component({
  imports: [
    FocusFirstError,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    RoomFields,
    VisibilityChoice,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './create-room-dialog.html',
  styleUrl: './room-dialog.scss',
})
export class CreateRoomDialog {
  protected readonly rooms = inject(RoomsStore);
  protected readonly name = signal(inject<{ name: string }>(MAT_DIALOG_DATA).name);
  protected readonly topic = signal('');
  protected readonly isPrivate = signal(false);
  protected readonly busy = signal(false);
  protected readonly verb = computed(() => (this.busy() ? $localize`Creating …` : $localize`Create room`));
  protected readonly problem = signal<Problem | null>(null);
  private readonly nonces = new NonceOfTries();
  private readonly dialog = inject<MatDialogRef<CreateRoomDialog>>(MatDialogRef);

  protected async create(): Promise<void> {
    if (this.busy()) return;
    const input = {
      name: this.name().trim(),
      topic: this.topic().trim(),
      visibility: this.isPrivate() ? 'PRIVATE' : 'PUBLIC',
    } as const;
    this.problem.set(firstEmpty([{ field: 'name', value: input.name, sentence: $localize`Give the room a name.` }]));
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.rooms.create({ ...input, nonce: this.nonces.of(input) });
    this.busy.set(false);
    if (outcome.ok) this.dialog.close();
    else this.problem.set(outcome.problem);
  }
}
