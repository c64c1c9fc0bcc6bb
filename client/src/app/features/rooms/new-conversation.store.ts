import { computed, inject, Injectable, signal } from '@angular/core';
import { MAX_DIRECT_USERS } from '#rules';
import type { Person } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { DirectRooms } from '../people';
import { PeopleRequests } from './data/people-requests';
import { LiveSearch } from './live-search';

/** With whom a conversation is to be, until it is opened. */
@Injectable()
export class NewConversation {
  private readonly requests = inject(PeopleRequests);
  private readonly rooms = inject(DirectRooms);
  private readonly session = inject(SessionStore);

  private readonly search = new LiveSearch<readonly Person[]>((query) => this.requests.search(query));
  private readonly people = signal<readonly Person[]>([]);

  readonly query = this.search.query;
  readonly status = this.search.status;
  readonly chosen = this.people.asReadonly();
  /** With the viewer they are as many as there may be. */
  readonly isFull = computed(() => this.people().length >= MAX_DIRECT_USERS - 1);
  readonly found = computed<readonly Person[]>(() => {
    const without = new Set([this.session.userId(), ...this.people().map(({ id }) => id)]);
    return (this.search.answer() ?? []).filter(({ id }) => !without.has(id));
  });

  setQuery(text: string): void {
    this.search.setQuery(text);
  }

  choose(...people: readonly Person[]): void {
    this.people.update((chosen) => [...chosen, ...people]);
    this.setQuery('');
  }

  drop({ id }: Person): void {
    this.people.update((chosen) => chosen.filter((person) => person.id !== id));
  }

  open(): Promise<Outcome<string>> {
    return this.rooms.open(this.people().map(({ id }) => id));
  }
}
