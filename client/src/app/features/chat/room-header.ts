import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { NotifyLevel } from '../../core/graphql/model';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { isFocusLost } from '../../shared/ui/focus/page-heading';
import { Icon } from '../../shared/ui/icon/icon';
import type { IconName } from '../../shared/ui/icon/icon-shapes';
import { MenuLayer } from '../../shared/ui/overlay/menu-layer';
import { HereNow, OnlineStore } from '../presence';
import { type RoomPreferences, RoomPreferencesStore, UnreadStore } from '../reading';
import { countText, openRoomReports } from '../reports';
import { BackToRooms } from './back-to-rooms';
import { DirectRooms, PersonCardTrigger } from '../people';
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
import { ChatStateStore } from '../../feed/chat-state.store';
import { type OpenRoom, OpenRoomStore } from '../../feed/open-room.store';
import { Notes } from '../../shared/ui/feedback/notes';

@Component({
  selector: 'app-room-header',
  imports: [Avatar, HereNow, Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MenuLayer, PersonCardTrigger],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './room-header.html',
  styleUrl: './room-header.scss',
})
export class RoomHeader {
  readonly room = input.required<OpenRoom>();
  readonly membersOpen = input(false);
  readonly membersToggled = output();
  readonly dayWanted = output();
  readonly pinsWanted = output();
  readonly searchWanted = output();

  readonly markedRead = output();

  protected readonly levels: readonly { notify: NotifyLevel; label: string; icon: IconName }[] = [
    { notify: 'ALL', label: 'Every message', icon: 'messages-square' },
    { notify: 'MENTIONS', label: 'Mentions', icon: 'at-sign' },
    { notify: 'NOTHING', label: 'Nothing', icon: 'bell-off' },
  ];
  /** Otherwise a line of it is shown, as far as there is room. */
  protected readonly isTopicWhole = linkedSignal({ source: () => this.room().id, computation: () => false });
  private readonly unread = inject(UnreadStore);
  private readonly preferences = inject(RoomPreferencesStore);
  protected readonly reading = computed(() => this.unread.of(this.room().id));
  private readonly toggle = viewChild.required<string, ElementRef<HTMLElement>>('toggle', { read: ElementRef });
  private readonly options = viewChild.required<string, ElementRef<HTMLElement>>('options', { read: ElementRef });
  private readonly search = viewChild.required<string, ElementRef<HTMLElement>>('search', { read: ElementRef });
  private readonly settings = inject(RoomSettingsStore);
  protected readonly rights = computed(() => this.settings.rights(this.room().role));
  private readonly directRooms = inject(DirectRooms);
  protected readonly mayWrite = inject(RoomSearch).mayWrite;
  protected readonly isDirect = computed(() => this.room().kind === 'DIRECT');
  private readonly online = inject(OnlineStore);
  protected readonly openRoom = inject(OpenRoomStore);
  /** Of a conversation of two the other one. */
  protected readonly face = computed(() => {
    const others = this.openRoom.others();
    return others?.length === 1 ? others[0] : undefined;
  });
  protected readonly isOnline = computed(() => this.online.isOnline(this.face()?.id ?? ''));
  private readonly chat = inject(ChatStateStore);
  protected readonly reports = computed(() => this.chat.state()?.rooms.get(this.room().id)?.openReports ?? 0);
  protected readonly reportWords = computed(() => countText(this.reports()));
  private readonly rooms = inject(RoomsStore);
  protected readonly arrangements = inject(ArrangementStore);
  private readonly actions = inject(ListActions);
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly backToRooms = inject(BackToRooms);
  private readonly notes = inject(Notes);

  constructor() {
    effect((onCleanup) => {
      const face = this.face();
      if (face) onCleanup(this.online.watch(face.id));
    });
  }

  /** Opened in another tab, it is a link like any other. */
  protected back(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.backToRooms.go();
  }

  focusMembers(): void {
    this.toggle().nativeElement.focus();
  }

  focusSearch(): void {
    this.search().nativeElement.focus();
  }

  focusOptions(): void {
    this.options().nativeElement.focus();
  }

  protected async prefer(preferences: RoomPreferences): Promise<void> {
    const outcome = await this.preferences.set(this.room().id, preferences);
    if (!outcome.ok) this.notes.open(outcome.problem.message, 'Close');
  }

  protected async openReports(): Promise<void> {
    const { id, name } = this.room();
    await openRoomReports(this.dialogs, { roomId: id, roomName: name });
    // With the last report the button has gone that it was opened from.
    if (isFocusLost()) this.focusOptions();
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

  /** Others than these are another company, with a conversation of their own. */
  protected talkWithMore(): void {
    openNewConversation(this.dialogs, this.openRoom.others() ?? []);
  }

  protected async close(): Promise<void> {
    const outcome = await this.directRooms.close(this.room().id);
    if (!outcome.ok) this.notes.open(outcome.problem.message, 'Close');
  }

  protected async leave(): Promise<void> {
    const { id, name } = this.room();
    const sure = await this.confirm.ask({
      heading: `Leave “${name}”?`,
      text: leaveWarning(this.room()),
      verb: 'Leave',
    });
    if (!sure) return;
    const outcome = await this.rooms.leave(id);
    if (!outcome.ok) this.notes.open(outcome.problem.message, 'Close');
  }
}
