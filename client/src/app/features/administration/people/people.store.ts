import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { after } from '../../../shared/time/timer';
import { ServerClock } from '../../../shared/time/server-clock';
import { PagedSearch } from '../paged-search';
import { type AccountLine, lineOf } from './account-words';
import { type Account, type AccountFilter, AccountRequests, type AccountsWanted } from './data/account-requests';

/** While somebody types, the server is asked once they pause. */
const PAUSE = 250;

/** The accounts that are looked through, as long as the page is open. */
@Injectable()
export class PeopleStore {
  private readonly clock = inject(ServerClock);
  private readonly requests = inject(AccountRequests);

  readonly query = signal('');
  readonly filter = signal<AccountFilter>('EVERYBODY');
  readonly list = new PagedSearch<Account, AccountsWanted>((wanted, after) => this.requests.accounts(wanted, after));
  readonly lines = computed<readonly AccountLine[]>(() => {
    const now = this.clock.now();
    return this.list.nodes().map((account) => lineOf(account, now));
  });

  private stop: (() => void) | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.stop?.();
    });
  }

  read(): Promise<void> {
    this.stop?.();
    return this.list.search({ query: this.query(), filter: this.filter() });
  }

  typed(query: string): void {
    this.query.set(query);
    this.stop?.();
    this.stop = after(PAUSE, () => void this.read());
  }

  choose(filter: AccountFilter): void {
    this.filter.set(filter);
    void this.read();
  }
}
