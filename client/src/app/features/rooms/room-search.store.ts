import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounce, from, map, of, startWith, switchMap, timer, type Observable } from 'rxjs';
import type { Room } from '../../core/graphql/model';
import { SessionStore } from '../../core/session/session.store';
import { VisibleRooms } from '../../feed/visible-rooms.store';
import { RoomRequests } from './data/room-requests';
import { startsAnyWord } from './room-match';
import { RoomsStore } from './rooms.store';

export interface FoundRoom {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly memberCount: number;
}

interface Found {
  /** What was looked for. */
  readonly query: string;
  readonly status: 'idle' | 'searching' | 'done' | 'failed';
  readonly rooms: readonly Room[];
}

const IDLE: Found = { query: '', status: 'idle', rooms: [] };
const PAUSE_IN_TYPING = 250;

/** Looks for rooms: the viewer's own at once, those to join at the server. */
@Injectable({ providedIn: 'root' })
export class RoomSearch {
  private readonly requests = inject(RoomRequests);
  private readonly own = inject(RoomsStore);
  private readonly visible = inject(VisibleRooms);
  private readonly session = inject(SessionStore);

  private readonly text = signal('');
  private readonly found = toSignal(
    toObservable(this.text).pipe(
      debounce((text) => (text.trim() === '' ? of(0) : timer(PAUSE_IN_TYPING))),
      switchMap((text) => this.find(text.trim())),
    ),
    { initialValue: IDLE },
  );

  readonly query = this.text.asReadonly();
  readonly status = computed(() => {
    const query = this.text().trim();
    if (query === '') return 'idle';
    return this.found().query === query ? this.found().status : 'searching';
  });
  readonly mine = computed(() => {
    const query = this.text().trim();
    return this.own.rooms().filter(({ name, topic }) => query === '' || startsAnyWord(query, `${name} ${topic}`));
  });
  readonly others = computed<readonly FoundRoom[]>(() => {
    const mine = new Set(this.own.rooms().map(({ id }) => id));
    const found = this.text().trim() === '' ? this.visible.rooms() : this.found().rooms;
    return found.filter(({ id }) => !mine.has(id));
  });

  constructor() {
    effect(() => {
      if (this.session.status() === 'signed-out')
        untracked(() => {
          this.text.set('');
        });
    });
  }

  setQuery(text: string): void {
    this.text.set(text);
  }

  private find(query: string): Observable<Found> {
    if (query === '') return of(IDLE);
    return from(this.requests.search(query)).pipe(
      map((outcome): Found => {
        return outcome.ok ? { query, status: 'done', rooms: outcome.value } : { query, status: 'failed', rooms: [] };
      }),
      startWith({ query, status: 'searching', rooms: this.found().rooms } satisfies Found),
    );
  }
}
