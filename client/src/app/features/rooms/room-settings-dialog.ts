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
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { Icon } from '../../shared/ui/icon/icon';
import { openDeleteRoom } from './open-delete-room';
import { PostingChoice } from './posting-choice';
import { RetentionChoice } from './retention-choice';
import { RoomBans } from './room-bans';
import { RoomFields } from './room-fields';
import { changesTo, followed, retentionWarning, type RoomSettings, visibilityWarning } from './room-settings';
import { RoomSettingsStore } from './room-settings.store';
import { SlowModeChoice } from './slow-mode-choice';
import { VisibilityChoice } from './visibility-choice';

@Component({
  imports: [
    FocusFirstError,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    PostingChoice,
    RetentionChoice,
    RoomBans,
    RoomFields,
    SlowModeChoice,
    VisibilityChoice,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './room-settings-dialog.html',
  styleUrl: './room-dialog.scss',
})
export class RoomSettingsDialog {
  protected readonly roomId = inject<{ roomId: string }>(MAT_DIALOG_DATA).roomId;
  private readonly settings = inject(RoomSettingsStore);
  private readonly server = inject(ServerInfoStore);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly dialog = inject<MatDialogRef<RoomSettingsDialog>>(MatDialogRef);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  protected readonly room = this.settings.room(this.roomId);

  protected readonly rights = computed(() => this.settings.rights(this.room()?.role ?? null));
  protected readonly name = linkedSignal({ source: () => this.room()?.name ?? '', computation: followed<string> });
  protected readonly topic = linkedSignal({ source: () => this.room()?.topic ?? '', computation: followed<string> });
  protected readonly isPrivate = linkedSignal({
    source: () => this.room()?.visibility === 'PRIVATE',
    computation: followed<boolean>,
  });
  protected readonly moderatorsOnly = linkedSignal({
    source: () => this.room()?.posting === 'MODERATORS',
    computation: followed<boolean>,
  });
  protected readonly slowModeSeconds = linkedSignal({
    source: () => this.room()?.slowModeSeconds ?? 0,
    computation: followed<number>,
  });
  protected readonly keepMessagesDays = linkedSignal({
    source: () => this.room()?.keepMessagesDays ?? null,
    computation: followed<number | null>,
  });
  protected readonly serverKeepsDays = computed(() => this.server.info().messagesKeptDays);
  protected readonly retentionWarning = computed(() =>
    retentionWarning(this.room()?.keepMessagesDays ?? null, this.keepMessagesDays(), this.serverKeepsDays()),
  );
  protected readonly isArchived = computed(() => (this.room()?.archivedAt ?? null) !== null);
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
    posting: this.moderatorsOnly() ? 'MODERATORS' : 'EVERYONE',
    slowModeSeconds: this.slowModeSeconds(),
    keepMessagesDays: this.keepMessagesDays(),
  }));
  protected readonly archiveVerb = computed(() =>
    this.isArchived() ? $localize`Take out of the archive` : $localize`Archive room`,
  );
  protected readonly verb = computed(() => (this.busy() ? $localize`Saving …` : $localize`Save`));

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
    this.problem.set(firstEmpty([{ field: 'name', value: draft.name, sentence: $localize`Give the room a name.` }]));
    if (this.problem() || !(await this.isMeant())) return;
    this.busy.set(true);
    const outcome = await this.settings.update(this.roomId, changesTo(room, draft));
    this.busy.set(false);
    if (!outcome.ok) {
      this.problem.set(outcome.problem);
      return;
    }
    this.announcements.say($localize`The room was saved.`);
    this.dialog.close();
  }

  /** What is deleted does not come back. */
  private async isMeant(): Promise<boolean> {
    const text = this.retentionWarning();
    return (
      text === null ||
      this.confirm.ask({ heading: $localize`Delete old messages?`, text, verb: $localize`Delete old messages` })
    );
  }

  /** Whoever looks after the room may want to do more there: the dialog stays. */
  protected async setArchived(isArchived: boolean): Promise<void> {
    const name = this.room()?.name ?? '';
    const sure =
      !isArchived ||
      (await this.confirm.ask({
        heading: $localize`Archive “${name}:room:”?`,
        text: $localize`Its members can still read everything, but nobody can post, react or join. You can take it out of the archive at any time.`,
        verb: $localize`Archive`,
      }));
    if (!sure) return;
    const outcome = await this.settings.setArchived(this.roomId, isArchived);
    this.problem.set(outcome.ok ? null : outcome.problem);
    if (outcome.ok)
      this.announcements.say(
        isArchived ? $localize`The room is archived.` : $localize`The room was taken out of the archive.`,
      );
  }

  protected deleteRoom(): void {
    const room = this.room();
    if (room) openDeleteRoom(this.dialogs, room);
  }
}
