import { BreakpointObserver } from '@angular/cdk/layout';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { map } from 'rxjs';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { PinsPanel, SavedPage } from '../kept';
import { MembersPanel } from '../rooms';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { OpenRoomStore } from '../../feed/open-room.store';
import { ScreenReads } from '../../feed/screen-reads.store';
import { ChatPages } from './chat-page.store';
import { MembersChoice } from './members-choice';
import { MembersDrawer } from './members-drawer';
import { NoRoom } from './no-room';
import { OpenRoomView } from './open-room-view';
import { RoomHeader } from './room-header';
import { RoomPreview } from './room-preview';

const roomForThreeColumns = '(width >= 75rem)';

/** What stands beside the list of rooms: the open room, or a sentence that says why there is none. */
@Component({
  selector: 'app-room-page',
  imports: [
    EmptyState,
    MatButton,
    MembersDrawer,
    MembersPanel,
    NoRoom,
    OpenRoomView,
    PinsPanel,
    RoomHeader,
    RoomPreview,
    SavedPage,
    Skeleton,
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
  protected readonly state = computed(() => {
    const status = this.reads.status();
    return status === 'ready' ? this.reads.roomStatus() : status;
  });
  protected readonly isWide = toSignal(
    inject(BreakpointObserver)
      .observe(roomForThreeColumns)
      .pipe(map(({ matches }) => matches)),
    { requireSync: true },
  );
  /** A room of one's own has its name and its composer at once; only its messages may have to be waited for. */
  readonly isOwn = computed(() => this.state() !== 'failed' && (this.openRoom.room()?.role ?? null) !== null);
  private readonly choice = inject(MembersChoice);
  /** Over the conversation the members are looked up and left again: that is nothing to remember. */
  private readonly drawerOpen = linkedSignal<unknown, boolean>({
    source: computed(() => [this.isWide(), this.openRoom.roomId()]),
    computation: () => false,
  });
  protected readonly membersOpen = computed(() => (this.isWide() ? this.choice.open() : this.drawerOpen()));
  /** In the place of the members, while one looks through them. */
  protected readonly pinsOpen = linkedSignal({ source: this.openRoom.roomId, computation: () => false });
  private readonly header = viewChild(RoomHeader);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly view = viewChild(OpenRoomView);

  focusMain(): void {
    this.main().nativeElement.focus({ preventScroll: true });
  }

  focusComposer(): void {
    this.view()?.focusComposer();
  }

  protected openPins(): void {
    this.pinsOpen.set(true);
  }

  protected closePins(): void {
    const hadFocus = document.activeElement?.closest('app-pins-panel') !== null;
    this.pinsOpen.set(false);
    if (hadFocus) this.header()?.focusOptions();
  }

  protected toggleMembers(): void {
    const open = this.pinsOpen() || !this.membersOpen();
    this.pinsOpen.set(false);
    if (this.isWide()) this.choice.set(open);
    else this.drawerOpen.set(open);
  }

  protected closeMembers(): void {
    const hadFocus = document.activeElement?.closest('app-members-panel') !== null;
    if (this.isWide()) this.choice.set(false);
    else this.drawerOpen.set(false);
    if (hadFocus) this.header()?.focusMembers();
  }

  /** What lies above the panel, or is being written, has the key first; then the panel; then it marks the room as read. */
  protected escaped(event: Event): void {
    if (isComposing(event)) return;
    const { target } = event;
    const isTaken = target instanceof Element && target.closest('search, app-message-editor, .cdk-overlay-container');
    if (event.defaultPrevented || isTaken) return;
    if (this.pinsOpen()) this.closePins();
    else if (this.membersOpen()) this.closeMembers();
    else void this.view()?.markRead();
  }
}
