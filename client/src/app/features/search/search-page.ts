import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../shared/ui/icon/icon';
import { SearchBox } from './search-box';
import { SearchOpening } from './search-opening.store';
import { SearchResults } from './search-results';

/** The search as a page of its own: of all rooms, and where there is no room for it beside one. */
@Component({
  selector: 'app-search-page',
  imports: [Icon, RouterLink, SearchBox, SearchResults],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <a class="icon-button back" routerLink="/chat" aria-label="Back to rooms" i18n-aria-label
        ><app-icon name="arrow-left" [size]="22"
      /></a>
      <h1 tabindex="-1" i18n>Search</h1>
    </header>
    <div class="content">
      <app-search-box idPrefix="search-page-" (left)="results().focusFirst()" />
      <app-search-results (filterWanted)="box().add($event)" (boxWanted)="opening.focusBox()" />
    </div>
  `,
  styleUrls: ['../list-page/list-page.scss', './search-page.scss'],
})
export class SearchPage {
  protected readonly opening = inject(SearchOpening);
  protected readonly box = viewChild.required(SearchBox);
  protected readonly results = viewChild.required(SearchResults);

  constructor() {
    this.opening.focusBox();
  }
}
