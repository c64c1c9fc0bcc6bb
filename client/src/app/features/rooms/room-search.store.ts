import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import type { Room } from '../../core/graphql/model';
import { done, type Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { type RoomPage, withNextPage } from '../../feed/room-page';
import { VisibleRooms } from '../../feed/visible-rooms.store';
import { RoomRequests } from './data/room-requests';
import { LiveSearch } from './live-search';
import { RoomsStore } from './rooms.store';

/** The rooms of the sidebar: all of them, or those that the server finds for what is typed. */
@Injectable({ providedIn: 'root' })
export class RoomSearch {
  private readonly requests = inject(RoomRequests);
  private readonly own = inject(RoomsStore);
  private readonly visible = inject(VisibleRooms);
  private readonly session = inject(SessionStore);

  private readonly search = new LiveSearch<RoomPage>((query) => this.requests.search(query, null));

  readonly query = this.search.query;
  readonly status = this.search.status;

  /** The viewer's own. */
  readonly mine = computed(() => {
    const found = this.search.answer();
    if (found === null) return this.own.rooms();
    const ids = new Set(found.rooms.map(({ id }) => id));
    return this.own.rooms().filter(({ id }) => ids.has(id));
  });
  /** Those to join. */
  readonly others = computed<readonly Room[]>(() => {
    const mine = new Set(this.own.rooms().map(({ id }) => id));
    return (this.search.answer() ?? this.visible.page()).rooms.filter(({ id }) => !mine.has(id));
  });
  /** Whether there are rooms to join, whatever is being searched for. */
  readonly knowsOthers = computed(() => {
    const mine = new Set(this.own.rooms().map(({ id }) => id));
    const { rooms, endCursor } = this.visible.page();
    return endCursor !== null || rooms.some(({ id }) => !mine.has(id));
  });
  /** Whether the server has more than these. */
  readonly hasMore = computed(() => (this.search.answer() ?? this.visible.page()).endCursor !== null);

  constructor() {
    effect(() => {
      if (this.session.status() === 'signed-out')
        untracked(() => {
          this.setQuery('');
        });
    });
  }

  setQuery(text: string): void {
    this.search.setQuery(text);
  }

  async loadMore(): Promise<Outcome<unknown>> {
    const found = this.search.answer();
    if (found === null) return this.visible.loadMore();
    const { endCursor } = found;
    if (endCursor === null) return done(null);
    const query = this.search.wanted();
    const outcome = await this.requests.search(query, endCursor);
    if (outcome.ok) this.search.extend(query, (page) => withNextPage(page, endCursor, outcome.value));
    return outcome;
  }
}
