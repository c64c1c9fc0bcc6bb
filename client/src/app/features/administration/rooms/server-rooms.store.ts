import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { after } from '../../../shared/time/timer';
import { ServerClock } from '../../../shared/time/server-clock';
import { PagedSearch } from '../paged-search';
import { type ServerRoom, ServerRoomRequests } from './data/server-room-requests';
import { roomLineOf } from './room-words';

/** While somebody types, the server is asked once they pause. */
const PAUSE = 250;

/** All rooms, as long as the page is open. */
@Injectable()
export class ServerRoomsStore {
  private readonly clock = inject(ServerClock);
  private readonly requests = inject(ServerRoomRequests);

  readonly query = signal('');
  readonly list = new PagedSearch<ServerRoom, string>((query, next) => this.requests.rooms(query, next));
  readonly lines = computed(() => {
    const now = this.clock.now();
    return this.list.nodes().map((room) => roomLineOf(room, now));
  });

  private stop: (() => void) | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.stop?.();
    });
  }

  read(): Promise<void> {
    this.stop?.();
    return this.list.search(this.query());
  }

  typed(query: string): void {
    this.query.set(query);
    this.stop?.();
    this.stop = after(PAUSE, () => void this.read());
  }
}
