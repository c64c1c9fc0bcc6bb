import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounce, from, map, of, startWith, switchMap, timer, type Observable } from 'rxjs';
import type { Person } from '../../core/graphql/model';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ChatScreen } from '../../feed/chat-screen.store';
import { PeopleRequests } from './data/people-requests';
import { startsAnyWord } from './room-match';

interface Found {
  /** What was looked for. */
  readonly query: string;
  readonly status: 'idle' | 'searching' | 'done' | 'failed';
  readonly person: Person | null;
}

const IDLE: Found = { query: '', status: 'idle', person: null };
const PAUSE_IN_TYPING = 300;
const MOST_CANDIDATES = 8;

/** Whom to bring into the open room: people known from other rooms, and whoever has exactly the username typed. */
@Injectable({ providedIn: 'root' })
export class MemberSearch {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(PeopleRequests);
  private readonly screen = inject(ChatScreen);

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

  readonly candidates = computed<readonly Person[]>(() => {
    const query = this.text().trim();
    if (query === '') return [];
    const known = this.known().filter(({ displayName, username }) =>
      startsAnyWord(query, `${username} ${displayName}`),
    );
    const { person } = this.found();
    const all = person ? [person, ...known.filter(({ id }) => id !== person.id)] : known;
    return all.filter((person) => this.mayCome(person)).slice(0, MOST_CANDIDATES);
  });

  private readonly present = computed(() => {
    const members = this.chat.state()?.rooms.get(this.screen.roomId() ?? '')?.members;
    return new Set(members?.byId.keys());
  });

  private readonly known = computed(() => {
    const people = new Map<string, Person>();
    for (const { members, timeline } of this.chat.state()?.rooms.values() ?? []) {
      for (const { user } of members?.byId.values() ?? []) people.set(user.id, user);
      for (const { author } of timeline?.messages ?? []) people.set(author.id, author);
    }
    return [...people.values()].sort((a, b) => a.displayName.localeCompare(b.displayName));
  });

  constructor() {
    effect(() => {
      this.screen.roomId();
      untracked(() => {
        this.text.set('');
      });
    });
  }

  setQuery(text: string): void {
    this.text.set(text);
  }

  /** Guests come into public rooms only. */
  private mayCome({ id, kind }: Person): boolean {
    return !this.present().has(id) && (kind !== 'GUEST' || this.screen.room()?.visibility === 'PUBLIC');
  }

  private find(query: string): Observable<Found> {
    if (query === '') return of(IDLE);
    return from(this.requests.byUsername(query.replace(/^@/, ''))).pipe(
      map((outcome): Found => {
        return outcome.ok
          ? { query, status: 'done', person: outcome.value }
          : { query, status: 'failed', person: null };
      }),
      startWith({ query, status: 'searching', person: null } satisfies Found),
    );
  }
}
