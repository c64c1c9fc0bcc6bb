import { computed, inject, Injectable } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { from, of, retry, startWith, switchMap } from 'rxjs';
import { pauseBefore } from '../../shared/time/repetition';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ConnectionStore } from '../../feed/connection.store';
import { OpenRoomStore } from '../../feed/open-room.store';
import { ScreenReads } from '../../feed/screen-reads.store';
import { type Presence, PresenceRequests } from './data/presence-requests';
import { typingText } from './typing-text';

const NOBODY: Presence = { here: [], hereCount: 0, typing: [] };

/** Who has the open room in front of them, and who is typing there. */
@Injectable({ providedIn: 'root' })
export class PresenceStore {
  private readonly chat = inject(ChatStateStore);
  private readonly connection = inject(ConnectionStore);
  private readonly requests = inject(PresenceRequests);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly reads = inject(ScreenReads);

  private readonly watched = computed(() => {
    if (this.connection.state() !== 'live' || this.reads.roomStatus() !== 'member') return null;
    return this.openRoom.roomId();
  });

  private readonly presence = toSignal(
    toObservable(this.watched).pipe(
      switchMap((roomId) => {
        if (roomId === null) return of(NOBODY);
        return this.requests
          .roomPresence(roomId)
          .pipe(
            retry({ count: 8, delay: (_error, attempt) => from(pauseBefore(attempt)), resetOnSuccess: true }),
            startWith(NOBODY),
          );
      }),
    ),
    { initialValue: NOBODY },
  );

  /** As they are known now: a state of before may have an older name of somebody. */
  readonly here = computed(() => {
    const members = this.openRoom.own()?.members?.byId;
    return this.presence().here.map((person) => members?.get(person.id)?.user ?? person);
  });
  readonly hereCount = computed(() => this.presence().hereCount);
  /** Whoever is alone in a room knows that they are there. */
  readonly hasOthers = computed(() => {
    const viewerId = this.chat.state()?.viewerId;
    return this.hereCount() > 1 || this.here().some(({ id }) => id !== viewerId);
  });
  readonly typing = computed(() => {
    const viewerId = this.chat.state()?.viewerId;
    return this.presence().typing.filter(({ id }) => id !== viewerId);
  });
  readonly typingText = computed(() => typingText(this.typing().map(({ displayName }) => displayName)));
}
