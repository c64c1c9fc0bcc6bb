import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import { done, type Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { ConnectionStore } from '../../feed/connection.store';
import { LiveSearch } from '../rooms';
import { SearchRequests } from './data/search-requests';
import { type FoundPage, withNextPage } from './found-page';
import { formatMessage } from '../../shared/language/format-message';

/** What somebody looks for among all that was said, and what was found. It stays while they go to a hit and come back. */
@Injectable({ providedIn: 'root' })
export class SearchStore {
  private readonly requests = inject(SearchRequests);
  private readonly connection = inject(ConnectionStore);
  private readonly session = inject(SessionStore);
  private readonly search = new LiveSearch<FoundPage>((query) => this.requests.search(query, null));

  readonly query = this.search.query;
  readonly status = this.search.status;
  readonly isOffline = computed(() => this.connection.state() === 'lost');
  readonly found = this.search.answer;
  readonly hits = computed(() => this.found()?.hits ?? []);
  readonly hasMore = computed(() => (this.found()?.endCursor ?? null) !== null);
  /** What a screen reader says of it. */
  readonly summary = computed(() => {
    if (this.status() !== 'done') return '';
    const count = this.hits().length;
    if (count === 0)
      return this.hasMore() ? $localize`Nothing found yet. There may be more.` : $localize`No messages found`;
    const words = this.hasMore()
      ? $localize`{count, plural, =1 {The newest 1 message found} other {The newest # messages found}}`
      : $localize`{count, plural, =1 {1 message found} other {# messages found}}`;
    return formatMessage(words, { count });
  });

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
    const after = this.found()?.endCursor ?? null;
    if (after === null) return done(null);
    const query = this.search.wanted();
    const outcome = await this.requests.search(query, after);
    if (outcome.ok) this.search.extend(query, (found) => withNextPage(found, after, outcome.value));
    return outcome;
  }
}
