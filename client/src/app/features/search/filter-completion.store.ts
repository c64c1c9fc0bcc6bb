import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { Person } from '../../core/graphql/model';
import { LiveSearch, RoomsStore } from '../rooms';
import { SearchRequests } from './data/search-requests';
import {
  type FilterSuggestion,
  partialFilter,
  suggestedFilters,
  suggestedPeople,
  suggestedRooms,
} from './search-filters';

interface Typing {
  readonly text: string;
  readonly caret: number;
}

/** Offers filters while somebody types a search. None is chosen until they go into the list: Enter is for the search itself. One for each box. */
@Injectable()
export class FilterCompletion {
  private readonly requests = inject(SearchRequests);
  private readonly rooms = inject(RoomsStore);
  private readonly people = new LiveSearch<readonly Person[]>((query) => this.requests.people(query));
  private readonly typing = signal<Typing | null>(null);
  private readonly partial = computed(() => {
    const typing = this.typing();
    return typing && partialFilter(typing.text, typing.caret);
  });

  readonly suggestions = computed<readonly FilterSuggestion[]>(() => {
    const partial = this.partial();
    if (!partial) return [];
    if (partial.kind === 'in') return suggestedRooms(partial, this.rooms.rooms());
    if (partial.kind === 'from') return suggestedPeople(partial, this.people.answer() ?? []);
    return suggestedFilters(partial);
  });
  readonly active = linkedSignal<readonly FilterSuggestion[], number>({
    source: this.suggestions,
    computation: () => -1,
  });

  suggest(text: string, caret: number): void {
    this.typing.set({ text, caret });
    const partial = this.partial();
    this.people.setQuery(partial?.kind === 'from' ? partial.typed : '');
  }

  move(step: 1 | -1): void {
    const count = this.suggestions().length;
    this.active.update((active) => (active === -1 && step === -1 ? count - 1 : (active + step + count) % count));
  }

  close(): void {
    this.typing.set(null);
    this.people.setQuery('');
  }

  /** The text with a suggestion in place of the word, and where the caret goes. */
  accept(index: number): Typing | null {
    const typing = this.typing();
    const partial = this.partial();
    const suggestion = this.suggestions()[index];
    if (!typing || !partial || !suggestion) return null;
    const before = typing.text.slice(0, partial.start) + suggestion.text;
    return { text: before + typing.text.slice(typing.caret).trimStart(), caret: before.length };
  }
}
