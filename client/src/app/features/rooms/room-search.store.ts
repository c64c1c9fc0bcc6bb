import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import { foldForSearch, obstacleToOpenDirect } from '#rules';
import type { Person, Room } from '../../core/graphql/model';
import { done, type Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { withNextPage } from '../../feed/room-page';
import { VisibleRooms } from '../../feed/visible-rooms.store';
import { type Found, RoomRequests } from './data/room-requests';
import { LiveSearch } from './live-search';
import { RoomsStore } from './rooms.store';

/** The rooms of the sidebar: all of them, or those that are found for what is typed; then also the people whom one may write to. */
@Injectable({ providedIn: 'root' })
export class RoomSearch {
  private readonly requests = inject(RoomRequests);
  private readonly own = inject(RoomsStore);
  private readonly visible = inject(VisibleRooms);
  private readonly session = inject(SessionStore);

  /** Guests write to nobody first. */
  readonly mayWrite = computed(() => obstacleToOpenDirect({ isGuest: this.session.user()?.kind === 'GUEST' }) === null);
  private readonly search = new LiveSearch<Found>((query) => this.requests.search(query, this.mayWrite()));

  readonly query = this.search.query;
  readonly status = this.search.status;

  /** The viewer's own. */
  readonly mine = computed(() => {
    const found = this.search.answer();
    if (found === null) return this.own.rooms();
    const ids = new Set(found.page.rooms.map(({ id }) => id));
    const words = foldForSearch(this.search.wanted()).split(' ');
    // The server knows no names of direct rooms.
    return this.own.rooms().filter(({ id, name, people }) => (people ? hasAll(words, name) : ids.has(id)));
  });
  /** Those to join. */
  readonly others = computed<readonly Room[]>(() => {
    const mine = new Set(this.own.rooms().map(({ id }) => id));
    return this.page().rooms.filter(({ id }) => !mine.has(id));
  });
  /** Whom one may write to, but for those whose conversation stands above. */
  readonly people = computed<readonly Person[]>(() => {
    const viewerId = this.session.userId() ?? '';
    const above = new Set(
      this.mine().flatMap(({ people }) => (people && people.length < 2 ? [people[0]?.id ?? viewerId] : [])),
    );
    return (this.search.answer()?.people ?? []).filter(({ id }) => !above.has(id));
  });
  /** Whether there are rooms to join, whatever is being searched for. */
  readonly knowsOthers = computed(() => {
    const mine = new Set(this.own.rooms().map(({ id }) => id));
    const { rooms, endCursor } = this.visible.page();
    return endCursor !== null || rooms.some(({ id }) => !mine.has(id));
  });
  /** Whether the server has more rooms than these. */
  readonly hasMore = computed(() => this.page().endCursor !== null);

  private readonly page = computed(() => this.search.answer()?.page ?? this.visible.page());

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
    const { endCursor } = found.page;
    if (endCursor === null) return done(null);
    const query = this.search.wanted();
    const outcome = await this.requests.searchOn(query, endCursor);
    if (outcome.ok)
      this.search.extend(query, ({ page, people }) => ({ people, page: withNextPage(page, endCursor, outcome.value) }));
    return outcome;
  }
}

function hasAll(words: readonly string[], name: string): boolean {
  const folded = foldForSearch(name);
  return words.every((word) => folded.includes(word));
}
