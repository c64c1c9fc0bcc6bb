import { computed, inject, Injectable, type Signal } from '@angular/core';
import type { Room, RoomRole } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { withChangedRoom } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import { RoomRequests } from './data/room-requests';
import { type RoomSettings, type SettingsRights, settingsRights } from './room-settings';

/** What a room is, and what of that the viewer may change. */
@Injectable({ providedIn: 'root' })
export class RoomSettingsStore {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(RoomRequests);
  private readonly session = inject(SessionStore);

  /** A room of the viewer's own as it is now; null once they are not in it any more. */
  room(roomId: string): Signal<(Room & { readonly role: RoomRole }) | null> {
    return computed(() => {
      const own = this.chat.state()?.rooms.get(roomId);
      return own ? { ...own.room, role: own.role } : null;
    });
  }

  rights(role: RoomRole | null): SettingsRights {
    return settingsRights(role, { isGuest: this.session.user()?.kind === 'GUEST' });
  }

  update(roomId: string, changes: Partial<RoomSettings>): Promise<Outcome<Room>> {
    return this.chat.read(() => this.requests.update({ roomId, ...changes }), withChangedRoom);
  }

  setArchived(roomId: string, isArchived: boolean): Promise<Outcome<Room>> {
    return this.chat.read(() => this.requests.setArchived(roomId, isArchived), withChangedRoom);
  }

  /** For good, with all that is in it. The feed takes it off the page. */
  delete(roomId: string, name: string): Promise<Outcome<unknown>> {
    return this.requests.delete(roomId, name);
  }
}
