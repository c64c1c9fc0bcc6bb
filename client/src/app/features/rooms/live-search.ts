import { computed, inject, Injector, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { debounce, distinctUntilChanged, from, of, switchMap, timer } from 'rxjs';
import { isPassing, type Outcome } from '../../core/graphql/problem';
import { pauseAfter } from '../../core/graphql/try-again';

interface Search<Answer> {
  /** What was looked for. */
  readonly query: string;
  readonly status: 'idle' | 'searching' | 'done' | 'failed';
  /** The newest answer, also while the next one is awaited. */
  readonly answer: Answer | null;
}

const PAUSE_IN_TYPING = 250;

/**
 * Asks the server for what is typed, after a pause in typing: what matches is its decision alone. The newest search wins, and one
 * that failed in passing is asked again. Belongs to an injectable, as a field.
 */
export class LiveSearch<Answer> {
  private readonly text = signal('');
  private readonly current = signal<Search<Answer>>({ query: '', status: 'idle', answer: null });

  /** As it stands in the field. */
  readonly query = this.text.asReadonly();
  readonly wanted = computed(() => this.text().trim());
  readonly status = computed(() => {
    if (this.wanted() === '') return 'idle';
    return this.current().query === this.wanted() ? this.current().status : 'searching';
  });
  readonly answer = computed(() => (this.wanted() === '' ? null : this.current().answer));

  constructor(private readonly ask: (query: string) => Promise<Outcome<Answer>>) {
    toObservable(this.wanted, { injector: inject(Injector) })
      .pipe(
        distinctUntilChanged(),
        debounce((query) => (query === '' ? of(0) : timer(PAUSE_IN_TYPING))),
        switchMap((query) => from(this.search(query))),
        takeUntilDestroyed(),
      )
      .subscribe((search) => {
        this.current.set(search);
      });
  }

  setQuery(text: string): void {
    this.text.set(text);
  }

  /** Adds to the answer of a query, where that is still the one that is looked for. */
  extend(query: string, change: (answer: Answer) => Answer): void {
    this.current.update((search) => {
      if (search.query !== query || search.answer === null) return search;
      return { ...search, answer: change(search.answer) };
    });
  }

  private async *search(query: string): AsyncGenerator<Search<Answer>> {
    if (query === '') {
      yield { query, status: 'idle', answer: null };
      return;
    }
    yield { query, status: 'searching', answer: this.current().answer };
    for (let attempt = 0; query === this.wanted(); attempt += 1) {
      const outcome = await this.ask(query);
      if (outcome.ok) yield { query, status: 'done', answer: outcome.value };
      else yield { query, status: 'failed', answer: null };
      if (outcome.ok || !isPassing(outcome.problem)) return;
      await pauseAfter(outcome.problem, attempt);
    }
  }
}
