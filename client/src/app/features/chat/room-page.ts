import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { matchingMedia } from '../../shared/device/matching-media';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { NotLoaded } from '../../shared/ui/feedback/not-loaded';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { ActivityPage } from '../activity';
import { closedText } from '../composer';
import { PinsPanel, SavedPage } from '../kept/later';
import { MembersPanel } from '../rooms/later';
import { SearchOpening } from '../search';
import { SearchPage, SearchPanel } from '../search/later';
import { ThreadsPage } from '../threads';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { OpenRoomStore } from '../../feed/open-room.store';
import { OpenThreadStore } from '../../feed/open-thread.store';
import { floorOf } from '../../feed/room-floor';
import { ScreenReads } from '../../feed/screen-reads.store';
import { ChatPages } from './chat-page.store';
import { MembersChoice } from './members-choice';
import { MembersDrawer } from './members-drawer';
import { NoRoom } from './no-room';
import { OpenRoomView } from './open-room-view';
import { RoomHeader } from './room-header';
import { RoomPreview } from './room-preview';
import { ThreadNavigation } from './thread-navigation';
import { ThreadView } from './thread-view';

/** Its code comes with it: to name its class here would load that with the page. */
interface Focusable {
  focus(): void;
}

const roomForThreeColumns = '(width >= 75rem)';

/** What stands beside the list of rooms: the open room, or a sentence that says why there is none. */
@Component({
  selector: 'app-room-page',
  imports: [
    ActivityPage,
    EmptyState,
    Button,
    MembersDrawer,
    MembersPanel,
    NoRoom,
    NotLoaded,
    OpenRoomView,
    PinsPanel,
    RoomHeader,
    RoomPreview,
    SavedPage,
    SearchPage,
    SearchPanel,
    Skeleton,
    ThreadsPage,
    ThreadView,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown.escape)': 'escaped($event)' },
  templateUrl: './room-page.html',
  styleUrl: './room-page.scss',
})
export class RoomPage {
  protected readonly openRoom = inject(OpenRoomStore);
  protected readonly pages = inject(ChatPages);
  protected readonly reads = inject(ScreenReads);
  protected readonly unreachable = $localize`The server can’t be reached.`;
  protected readonly state = computed(() => {
    const status = this.reads.status();
    return status === 'ready' ? this.reads.roomStatus() : status;
  });
  protected readonly isWide = matchingMedia(roomForThreeColumns);
  /** A room of one's own has its name and its composer at once; only its messages may have to be waited for. */
  readonly isOwn = computed(() => this.state() !== 'failed' && (this.openRoom.room()?.role ?? null) !== null);
  /** In the place of the members where there is room for three columns; elsewhere in the place of the room. */
  protected readonly threadId = computed(() => (this.isOwn() ? this.openRoom.threadId() : null));
  protected readonly isThreadPage = computed(() => this.threadId() !== null && !this.isWide());
  /** Of the box that one writes in: a thread on a page of its own has the only one. */
  readonly boxId = computed(() => {
    const room = this.openRoom.room();
    if (!room || !this.isOwn() || closedText(room.role ?? 'MEMBER', floorOf(room)) !== null) return null;
    if (!this.isThreadPage()) return 'message-box';
    return this.openThread.status() === 'not-found' ? null : 'thread-message-box';
  });
  private readonly openThread = inject(OpenThreadStore);
  private readonly threads = inject(ThreadNavigation);
  private readonly choice = inject(MembersChoice);
  /** Over the conversation the members are looked up and left again: that is nothing to remember. */
  private readonly drawerOpen = linkedSignal<unknown, boolean>({
    source: computed(() => [this.isWide(), this.openRoom.roomId()]),
    computation: () => false,
  });
  protected readonly membersOpen = computed(() => (this.isWide() ? this.choice.open() : this.drawerOpen()));
  /** In the place of the members, while one looks through them. */
  protected readonly pinsOpen = linkedSignal({ source: this.openRoom.roomId, computation: () => false });
  /** The same. It stays while one goes from hit to hit, also in other rooms. */
  protected readonly searchOpen = signal(false);
  private readonly searching = inject(SearchOpening);
  /** Until its room is to be seen again. */
  private leftThread: string | null = null;
  private readonly header = viewChild(RoomHeader);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly view = viewChild(OpenRoomView);
  private readonly membersPanel = viewChild<Focusable>('membersPanel');
  private readonly pinsPanel = viewChild<Focusable>('pinsPanel');
  /** By whoever has opened one, until it is there. */
  private isPanelWanted = false;

  focusMain(): void {
    this.main().nativeElement.focus({ preventScroll: true });
  }

  focusBox(): void {
    document.getElementById(this.boxId() ?? '')?.focus();
  }

  constructor() {
    afterRenderEffect(() => {
      const panel = this.pinsPanel() ?? this.membersPanel();
      if (!panel || !this.isPanelWanted) return;
      this.isPanelWanted = false;
      panel.focus();
    });
    afterRenderEffect(() => {
      const isClosed = this.threadId() === null;
      if (!isClosed || this.leftThread === null) return;
      const link = document.getElementById(`thread-of-${this.leftThread}`);
      this.leftThread = null;
      if (link) link.focus({ preventScroll: true });
      else focusWriting();
    });
  }

  /** Beside the open room where there is room for it, with that room filled in. */
  openSearch(): void {
    const room = this.isOwn() ? (this.openRoom.room() ?? null) : null;
    const isPanel = room !== null && this.isWide();
    if (isPanel && this.threadId() !== null) this.threads.close();
    this.searchOpen.set(isPanel);
    // No filter names a direct room.
    this.searching.open(room?.kind === 'DIRECT' ? null : room, isPanel ? 'panel' : 'page');
  }

  protected closeSearch(): void {
    const hadFocus = document.activeElement?.closest('app-search-panel') !== null;
    this.searchOpen.set(false);
    if (hadFocus) this.header()?.focusSearch();
  }

  protected openPins(): void {
    if (this.threadId() !== null) this.threads.close();
    this.searchOpen.set(false);
    this.pinsOpen.set(true);
    this.focusPanel();
  }

  protected closePins(): void {
    const hadFocus = document.activeElement?.closest('app-pins-panel') !== null;
    this.pinsOpen.set(false);
    if (hadFocus) this.header()?.focusOptions();
  }

  /** The focus goes to where the thread hangs, if it was in the thread. */
  protected closeThread(): void {
    const id = this.threadId();
    const hadFocus = document.activeElement?.closest('app-thread-view') !== null;
    this.leftThread = hadFocus ? id : null;
    this.threads.close();
  }

  protected toggleMembers(): void {
    const open = this.threadId() !== null || this.pinsOpen() || this.searchOpen() || !this.membersOpen();
    if (this.threadId() !== null) this.threads.close();
    this.pinsOpen.set(false);
    this.searchOpen.set(false);
    if (this.isWide()) this.choice.set(open);
    else this.drawerOpen.set(open);
    if (open) this.focusPanel();
  }

  protected closeMembers(): void {
    const hadFocus = document.activeElement?.closest('app-members-panel') !== null;
    if (this.isWide()) this.choice.set(false);
    else this.drawerOpen.set(false);
    if (hadFocus) this.header()?.focusMembers();
  }

  /** Whoever opens a panel is in it, as they are in a drawer by itself; one that was there when the page was loaded takes nobody there. */
  private focusPanel(): void {
    this.isPanelWanted = this.isWide();
  }

  /** What lies above the panel, or is being written, has the key first; then the panel; then it marks the room as read. */
  protected escaped(event: Event): void {
    if (isComposing(event)) return;
    const { target } = event;
    const isTaken = target instanceof Element && target.closest('search, app-message-editor, .cdk-overlay-container');
    if (event.defaultPrevented || isTaken) return;
    if (this.threadId() !== null) this.closeThread();
    else if (this.searchOpen() && this.isWide()) this.closeSearch();
    else if (this.pinsOpen()) this.closePins();
    else if (this.membersOpen()) this.closeMembers();
    else void this.view()?.markRead();
  }
}
