import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { NotifyLevel } from '../../core/graphql/model';
import { type OpenRoom, OpenRoomStore } from '../../feed/open-room.store';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { Notes } from '../../shared/ui/feedback/notes';
import { Icon } from '../../shared/ui/icon/icon';
import type { IconName } from '../../shared/ui/icon/icon-shapes';
import { MenuLayer } from '../../shared/ui/overlay/menu-layer';
import { OpensAtOnce } from '../../shared/ui/overlay/opens-at-once';
import { DirectRooms } from '../people';
import { type RoomPreferences, RoomPreferencesStore, UnreadStore } from '../reading';
import {
  ArrangementStore,
  leaveWarning,
  ListActions,
  openNewConversation,
  openRoomSettings,
  RoomSearch,
  RoomSettingsStore,
  RoomsStore,
} from '../rooms';

/** What can be done with the open room, and the button that opens it. */
@Component({
  selector: 'app-room-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MenuLayer, OpensAtOnce],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './room-menu.html',
})
export class RoomMenu {
  readonly room = input.required<OpenRoom>();
  readonly byPointer = input.required<boolean>();
  readonly markedRead = output();
  readonly pinsWanted = output();
  readonly dayWanted = output();
  readonly reportsWanted = output();

  protected readonly levels: readonly { notify: NotifyLevel; label: string; icon: IconName }[] = [
    { notify: 'ALL', label: $localize`Every message`, icon: 'messages-square' },
    { notify: 'MENTIONS', label: $localize`Mentions`, icon: 'at-sign' },
    { notify: 'NOTHING', label: $localize`Nothing`, icon: 'bell-off' },
  ];
  private readonly unread = inject(UnreadStore);
  private readonly preferences = inject(RoomPreferencesStore);
  protected readonly reading = computed(() => this.unread.of(this.room().id));
  private readonly settings = inject(RoomSettingsStore);
  protected readonly rights = computed(() => this.settings.rights(this.room().role));
  private readonly directRooms = inject(DirectRooms);
  protected readonly mayWrite = inject(RoomSearch).mayWrite;
  protected readonly isDirect = computed(() => this.room().kind === 'DIRECT');
  protected readonly favouriteVerb = computed(() =>
    this.reading().isFavourite ? $localize`Remove from favourites` : $localize`Add to favourites`,
  );
  protected readonly muteVerb = computed(() => {
    if (this.isDirect()) return this.reading().isMuted ? $localize`Unmute conversation` : $localize`Mute conversation`;
    return this.reading().isMuted ? $localize`Unmute room` : $localize`Mute room`;
  });
  private readonly openRoom = inject(OpenRoomStore);
  private readonly rooms = inject(RoomsStore);
  protected readonly arrangements = inject(ArrangementStore);
  private readonly actions = inject(ListActions);
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly notes = inject(Notes);
  private readonly button = viewChild.required<string, ElementRef<HTMLElement>>('button', { read: ElementRef });

  focus(): void {
    this.button().nativeElement.focus();
  }

  protected async prefer(preferences: RoomPreferences): Promise<void> {
    const outcome = await this.preferences.set(this.room().id, preferences);
    if (!outcome.ok) this.notes.open(outcome.problem.message, $localize`Close`);
  }

  protected step(by: 1 | -1): void {
    void this.actions.do((arranging) => arranging.step(this.room().id, by));
  }

  protected moveToSection(): void {
    void this.actions.do((arranging) => arranging.askAndMove(this.room().id));
  }

  protected openSettings(): void {
    openRoomSettings(this.dialogs, this.room().id);
  }

  /** With anybody else in it, it is another conversation. */
  protected talkWithMore(): void {
    openNewConversation(this.dialogs, this.openRoom.others() ?? []);
  }

  protected async close(): Promise<void> {
    const outcome = await this.directRooms.close(this.room().id);
    if (!outcome.ok) this.notes.open(outcome.problem.message, $localize`Close`);
  }

  protected async leave(): Promise<void> {
    const { id, name } = this.room();
    const sure = await this.confirm.ask({
      heading: $localize`Leave “${name}:room:”?`,
      text: leaveWarning(this.room()),
      verb: $localize`Leave`,
    });
    if (!sure) return;
    const outcome = await this.rooms.leave(id);
    if (!outcome.ok) this.notes.open(outcome.problem.message, $localize`Close`);
  }
}
