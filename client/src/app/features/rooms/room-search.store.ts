import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounce, from, map, of, startWith, switchMap, timer, type Observable } from 'rxjs';
import type { Room } from '../../core/graphql/model';
import { SessionStore } from '../../core/session/session.store';
import { ChatScreen } from '../../feed/chat-screen.store';
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
  readonly status: 'idle' | 'searching' | 'done' | 'failed';
  readonly rooms: readonly Room[];
}

const PAUSE_IN_TYPING = 250;

/** Looks for rooms: the viewer's own at once, those to join at the server. */
@Injectable({ providedIn: 'root' })
export class RoomSearch {
  private readonly requests = inject(RoomRequests);
  private readonly own = inject(RoomsStore);
  private readonly screen = inject(ChatScreen);
  private readonly session = inject(SessionStore);

  private readonly text = signal('');
  private readonly found = toSignal(
    toObservable(this.text).pipe(
      debounce((text) => (text.trim() === '' ? of(0) : timer(PAUSE_IN_TYPING))),
      switchMap((text) => this.find(text.trim())),
    ),
    { initialValue: { status: 'idle', rooms: [] } satisfies Found },
  );

  readonly query = this.text.asReadonly();
  readonly status = computed(() => (this.text().trim() === '' ? 'idle' : this.found().status));
  readonly mine = computed(() => {
    const query = this.text().trim();
    return this.own.rooms().filter(({ name, topic }) => query === '' || startsAnyWord(query, `${name} ${topic}`));
  });
  readonly others = computed<readonly FoundRoom[]>(() => {
    const mine = new Set(this.own.rooms().map(({ id }) => id));
    const found = this.text().trim() === '' ? this.screen.visibleRooms() : this.found().rooms;
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
    if (query === '') return of({ status: 'idle', rooms: [] });
    return from(this.requests.search(query)).pipe(
      map((outcome): Found => {
        return outcome.ok ? { status: 'done', rooms: outcome.value } : { status: 'failed', rooms: [] };
      }),
      startWith({ status: 'searching', rooms: this.found().rooms } satisfies Found),
    );
  }
}
