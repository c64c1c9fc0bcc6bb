import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import { obstacleToAdd } from '#rules';
import type { Person } from '../../core/graphql/model';
import { OpenRoomStore } from '../../feed/open-room.store';
import { MAX_PEOPLE_FOUND, PeopleRequests } from './data/people-requests';
import { LiveSearch } from './live-search';

export interface Candidate extends Person {
  /** Why they cannot be added; null where they can. */
  readonly obstacle: string | null;
}

/** Whom to add to the open room: people known from other rooms, and whoever has exactly the username typed. */
@Injectable({ providedIn: 'root' })
export class MemberSearch {
  private readonly requests = inject(PeopleRequests);
  private readonly openRoom = inject(OpenRoomStore);

  private readonly search = new LiveSearch<readonly Person[]>((query) => this.requests.search(query));

  readonly query = this.search.query;
  readonly status = this.search.status;
  readonly candidates = computed<readonly Candidate[]>(() =>
    (this.search.answer() ?? []).map((person) => ({ ...person, obstacle: this.obstacleTo(person) })),
  );
  /** The server gives no more at once, so there may be others. */
  readonly mayBeMore = computed(() => (this.search.answer()?.length ?? 0) >= MAX_PEOPLE_FOUND);

  private readonly present = computed(() => {
    const members = this.openRoom.own()?.members;
    return new Set(members?.byId.keys());
  });

  constructor() {
    effect(() => {
      this.openRoom.roomId();
      untracked(() => {
        this.setQuery('');
      });
    });
  }

  setQuery(text: string): void {
    this.search.setQuery(text);
  }

  private obstacleTo({ id, kind }: Person): string | null {
    if (this.present().has(id)) return $localize`Already in this room`;
    const own = this.openRoom.own();
    if (!own) return null;
    const obstacle = obstacleToAdd(own.room.visibility, own.role, { isGuest: kind === 'GUEST' });
    return obstacle === 'guest' ? $localize`Guests can’t join private rooms` : null;
  }
}
