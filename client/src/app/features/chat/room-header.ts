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
import { formatMessage } from '../../shared/language/format-message';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { isFocusLost } from '../../shared/ui/focus/page-heading';
import { Icon } from '../../shared/ui/icon/icon';
import { LateMenu } from '../../shared/ui/late/late-menu';
import { HereNow, OnlineStore } from '../presence';
import { openRoomReports } from '../reports';
import { BackToRooms } from './back-to-rooms';
import { PersonCardTrigger } from '../people';
import { RoomMenu } from './room-menu';
import { ChatStateStore } from '../../feed/chat-state.store';
import { type OpenRoom, OpenRoomStore } from '../../feed/open-room.store';

/** Loaded with the menu: naming its class here would load its code with the page. */
interface Focusable {
  focus(): void;
}

@Component({
  selector: 'app-room-header',
  imports: [Avatar, HereNow, Icon, PersonCardTrigger, RoomMenu],
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

  protected readonly optionsMenu = new LateMenu(() => import('./room-menu'));
  /** Otherwise a line of it is shown, as far as there is room. */
  protected readonly isTopicWhole = linkedSignal({ source: () => this.room().id, computation: () => false });
  private readonly toggle = viewChild.required<string, ElementRef<HTMLElement>>('toggle', { read: ElementRef });
  private readonly options = viewChild<string, ElementRef<HTMLElement>>('options', { read: ElementRef });
  /** In place of the button, once it has been opened. */
  private readonly menu = viewChild<Focusable>('menu');
  private readonly search = viewChild.required<string, ElementRef<HTMLElement>>('search', { read: ElementRef });
  protected readonly isDirect = computed(() => this.room().kind === 'DIRECT');
  private readonly online = inject(OnlineStore);
  protected readonly openRoom = inject(OpenRoomStore);
  /** Of a conversation of two the other one. */
  protected readonly face = computed(() => {
    const others = this.openRoom.others();
    return others?.length === 1 ? others[0] : undefined;
  });
  protected readonly isOnline = computed(() => this.online.isOnline(this.face()?.id ?? ''));
  protected readonly presence = computed(() => (this.isOnline() ? $localize`Online` : $localize`Offline`));
  private readonly chat = inject(ChatStateStore);
  protected readonly reports = computed(() => this.chat.state()?.rooms.get(this.room().id)?.openReports ?? 0);
  protected readonly reportWords = computed(() =>
    formatMessage($localize`{count, plural, =1 {1 report to look at} other {# reports to look at}}`, {
      count: this.reports(),
    }),
  );
  private readonly dialogs = inject(Dialogs);
  private readonly backToRooms = inject(BackToRooms);

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
    (this.menu() ?? this.options()?.nativeElement)?.focus();
  }

  protected async openReports(): Promise<void> {
    const { id, name } = this.room();
    await openRoomReports(this.dialogs, { roomId: id, roomName: name });
    // With the last report the button has gone that it was opened from.
    if (isFocusLost()) this.focusOptions();
  }
}
