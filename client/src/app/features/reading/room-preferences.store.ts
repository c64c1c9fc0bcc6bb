import { inject, Injectable } from '@angular/core';
import type { NotifyLevel } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import { updateRoom } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { withReadState } from '../../feed/read-state';
import { ReadingRequests } from './data/reading-requests';

export interface RoomPreferences {
  readonly isFavourite?: boolean;
  readonly isMuted?: boolean;
  readonly notify?: NotifyLevel;
}

/** How the viewer wants to hear of a room. */
@Injectable({ providedIn: 'root' })
export class RoomPreferencesStore {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(ReadingRequests);

  set(roomId: string, preferences: RoomPreferences): Promise<Outcome<unknown>> {
    return this.chat.read(
      () => this.requests.setPreferences({ roomId, ...preferences }),
      (state, { viewerState }) => updateRoom(state, roomId, (room) => withReadState(room, viewerState)),
    );
  }
}
