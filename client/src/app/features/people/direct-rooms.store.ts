import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { obstacleToOpenDirect } from '#rules';
import { done, type Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { withOpenRoom } from '../../feed/apply-read';
import { updateRoom } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { directRoomWith } from '../../feed/direct-rooms';
import { OpenRoomStore } from '../../feed/open-room.store';
import { withViewerState } from '../../feed/read-state';
import { DirectRoomRequests } from './data/direct-room-requests';

/** Conversations of certain people: opens the one that there is, or makes it, and takes it out of the list. */
@Injectable({ providedIn: 'root' })
export class DirectRooms {
  private readonly chat = inject(ChatStateStore);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly requests = inject(DirectRoomRequests);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  /** Guests answer in those that others have opened. */
  canOpen(userIds: readonly string[]): boolean {
    const isGuest = this.session.user()?.kind === 'GUEST';
    return obstacleToOpenDirect({ isGuest }) === null || this.listedWith(userIds) !== null;
  }

  /** With these people; with nobody, one's own notes. */
  async open(userIds: readonly string[]): Promise<Outcome<string>> {
    const listed = this.listedWith(userIds);
    if (listed !== null) return this.goTo(listed);
    const outcome = await this.chat.read(() => this.requests.open(userIds), withOpenRoom);
    return outcome.ok ? this.goTo(outcome.value.id) : outcome;
  }

  /** It comes back with the next thing that is said there. */
  async close(roomId: string): Promise<Outcome<unknown>> {
    const outcome = await this.chat.read(
      () => this.requests.close(roomId),
      (state, { viewerState }) => updateRoom(state, roomId, (room) => withViewerState(room, viewerState)),
    );
    if (outcome.ok && this.openRoom.roomId() === roomId) await this.router.navigate(['/chat']);
    return outcome;
  }

  /** The one that is in the list: it need not be asked for. */
  private listedWith(userIds: readonly string[]): string | null {
    const state = this.chat.state();
    const known = state && directRoomWith(state, userIds);
    return known && known.viewerState?.isClosed === false ? known.room.id : null;
  }

  private async goTo(roomId: string): Promise<Outcome<string>> {
    await this.router.navigate(['/chat', roomId]);
    return done(roomId);
  }
}
