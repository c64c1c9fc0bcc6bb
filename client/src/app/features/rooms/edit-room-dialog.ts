import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  type MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { opener } from '../../shared/ui/focus/opener';
import { RoomFields } from './room-fields';
import { changesTo, followed, type RoomSettings, visibilityWarning } from './room-settings';
import { RoomSettingsStore } from './room-settings.store';
import { VisibilityChoice } from './visibility-choice';

export function openEditRoom(dialog: MatDialog, roomId: string): void {
  dialog.open(EditRoomDialog, {
    data: { roomId },
    width: '28rem',
    maxWidth: 'calc(100vw - 2rem)',
    restoreFocus: opener(),
  });
}

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
  templateUrl: './edit-room-dialog.html',
  styleUrl: './room-dialog.scss',
})
class EditRoomDialog {
  private readonly roomId = inject<{ roomId: string }>(MAT_DIALOG_DATA).roomId;
  private readonly settings = inject(RoomSettingsStore);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly dialog = inject<MatDialogRef<EditRoomDialog>>(MatDialogRef);
  private readonly room = this.settings.room(this.roomId);

  protected readonly rights = computed(() => this.settings.rights(this.room()?.role ?? null));
  protected readonly name = linkedSignal({ source: () => this.room()?.name ?? '', computation: followed<string> });
  protected readonly topic = linkedSignal({ source: () => this.room()?.topic ?? '', computation: followed<string> });
  protected readonly isPrivate = linkedSignal({
    source: () => this.room()?.visibility === 'PRIVATE',
    computation: followed<boolean>,
  });
  protected readonly warning = computed(() => {
    const room = this.room();
    return room && visibilityWarning(room.visibility, this.draft().visibility);
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly warningPlace = viewChild<ElementRef<HTMLElement>>('warningPlace');
  private readonly draft = computed<RoomSettings>(() => ({
    name: this.name().trim(),
    topic: this.topic().trim(),
    visibility: this.isPrivate() ? 'PRIVATE' : 'PUBLIC',
  }));

  constructor() {
    // Whoever has left the room, or was removed from it, has nothing to edit any more.
    effect(() => {
      if (!this.room()) this.dialog.close();
    });
    // In a low window it would come below the fold.
    afterRenderEffect(() => {
      if (this.warning() !== null) this.warningPlace()?.nativeElement.scrollIntoView({ block: 'nearest' });
    });
  }

  protected async save(): Promise<void> {
    const room = this.room();
    if (!room || this.busy()) return;
    const draft = this.draft();
    this.problem.set(firstEmpty([{ field: 'name', value: draft.name, sentence: 'Give the room a name.' }]));
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.settings.update(this.roomId, changesTo(room, draft));
    this.busy.set(false);
    if (!outcome.ok) {
      this.problem.set(outcome.problem);
      return;
    }
    this.announcements.say('The room was saved.');
    this.dialog.close();
  }
}
