import { inject, Injectable } from '@angular/core';
import { ChatStateStore } from '../../feed/chat-state.store';
import { roomOfPlace } from '../../feed/timeline-place';
import { DraftsStore } from '../drafts';
import { OutboxStore } from '../outbox';

/** What the viewer had written and not sent goes with a room that is deleted. */
@Injectable({ providedIn: 'root' })
export class DeletedRooms {
  private readonly drafts = inject(DraftsStore);
  private readonly outbox = inject(OutboxStore);

  constructor() {
    inject(ChatStateStore).events.subscribe(({ event }) => {
      if (event.__typename !== 'RoomDeleted') return;
      this.drafts.forget((timelineId) => roomOfPlace(timelineId) === event.roomId);
      this.outbox.discardRoom(event.roomId);
    });
  }
}
