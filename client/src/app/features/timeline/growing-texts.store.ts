import { computed, inject, Injectable } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { from, of, retry, scan, startWith, switchMap } from 'rxjs';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ConnectionStore } from '../../feed/connection.store';
import { OpenRoomStore } from '../../feed/open-room.store';
import { ScreenReads } from '../../feed/screen-reads.store';
import { pauseBefore } from '../../shared/time/repetition';
import { StreamRequests } from './data/stream-requests';
import { isAnyStreaming, NO_TEXTS, withPiece } from './growing-texts';

/**
 * What bots are writing in the open room, as far as it has come. It stands beside what is known of the room, and not in it: what the log says is
 * the truth, and counts again once a message is done.
 */
@Injectable({ providedIn: 'root' })
export class GrowingTexts {
  private readonly chat = inject(ChatStateStore);
  private readonly connection = inject(ConnectionStore);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly reads = inject(ScreenReads);
  private readonly requests = inject(StreamRequests);

  /** The open room, while a message grows in it that is loaded. */
  private readonly watched = computed(() => {
    const roomId = this.openRoom.roomId();
    if (roomId === null || this.connection.state() !== 'live' || this.reads.roomStatus() !== 'member') return null;
    const room = this.chat.state()?.rooms.get(roomId);
    return room && isAnyStreaming(room) ? roomId : null;
  });

  private readonly texts = toSignal(
    toObservable(this.watched).pipe(
      switchMap((roomId) =>
        roomId === null
          ? of(NO_TEXTS)
          : this.requests
              .roomStreams(roomId)
              .pipe(
                retry({ count: 8, delay: (_error, attempt) => from(pauseBefore(attempt)), resetOnSuccess: true }),
                scan(withPiece, NO_TEXTS),
                startWith(NO_TEXTS),
              ),
      ),
    ),
    { initialValue: NO_TEXTS },
  );

  /** Of a message that grows; undefined where nothing has come yet. */
  of(messageId: string): string | undefined {
    return this.texts().get(messageId);
  }
}
