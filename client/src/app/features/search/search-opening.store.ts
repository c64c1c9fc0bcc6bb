import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { roomFilter } from './search-filters';
import { SearchStore } from './search.store';

/** Opens the search: beside a room where there is room for it, elsewhere as a page. */
@Injectable({ providedIn: 'root' })
export class SearchOpening {
  private readonly store = inject(SearchStore);
  private readonly router = inject(Router);
  private readonly requests = signal(0);
  private served = 0;

  /** Whether the focus is to go into the box that asks: once for each time that the search is opened. */
  takesFocus(): boolean {
    const isWanted = this.requests() > this.served;
    this.served = this.requests();
    return isWanted;
  }

  /** The focus goes into the box that is open. */
  focusBox(): void {
    this.requests.update((count) => count + 1);
  }

  /** With what is looked for in this room, unless one has begun to look for something there. */
  open(room: { readonly name: string } | null, as: 'panel' | 'page'): void {
    const filter = room && `${roomFilter(room.name)} `;
    if (filter !== null && !this.store.query().startsWith(filter)) this.store.setQuery(filter);
    if (as === 'page') void this.router.navigateByUrl('/chat/search');
    this.focusBox();
  }
}
