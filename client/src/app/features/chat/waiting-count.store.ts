import { computed, inject, Injectable } from '@angular/core';
import { OpenRoomStore } from '../../feed/open-room.store';
import { OutboxStore } from '../outbox';
import { ReactionsStore } from '../reactions';

/** How much waits to be sent. */
@Injectable({ providedIn: 'root' })
export class WaitingCount {
  private readonly openRoom = inject(OpenRoomStore);
  private readonly outbox = inject(OutboxStore);
  private readonly reactions = inject(ReactionsStore);

  readonly all = computed(
    () => this.outbox.items().filter(({ state }) => state !== 'sent').length + this.reactions.waiting().length,
  );

  /** What was refused where nobody sees it beside its message. */
  readonly failedElsewhere = computed(
    () =>
      this.outbox.items().filter(({ roomId, state }) => state === 'failed' && roomId !== this.openRoom.roomId()).length,
  );
}
