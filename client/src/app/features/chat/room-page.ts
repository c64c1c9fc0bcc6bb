import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { map } from 'rxjs';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { MembersPanel } from '../rooms';
import { ChatScreen } from '../../feed/chat-screen.store';
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
    RoomHeader,
    RoomPreview,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './room-page.html',
  styleUrl: './room-page.scss',
})
export class RoomPage {
  protected readonly screen = inject(ChatScreen);
  protected readonly state = computed(() => {
    const status = this.screen.status();
    return status === 'ready' ? this.screen.roomStatus() : status;
  });
  protected readonly isWide = toSignal(
    inject(BreakpointObserver)
      .observe(roomForThreeColumns)
      .pipe(map(({ matches }) => matches)),
    { requireSync: true },
  );
  protected readonly membersOpen = linkedSignal(() => this.isWide());
  private readonly view = viewChild(OpenRoomView);

  focusComposer(): void {
    this.view()?.focusComposer();
  }
}
