import { ChangeDetectionStrategy, Component, inject, output, viewChild } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { SearchBox } from './search-box';
import { SearchOpening } from './search-opening.store';
import { SearchResults } from './search-results';

/** The search beside an open room. */
@Component({
  selector: 'app-search-panel',
  imports: [Icon, SearchBox, SearchResults],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="header">
      <h2 tabindex="-1" i18n>Search</h2>
      <button class="icon-button" type="button" aria-label="Close search" i18n-aria-label (click)="closed.emit()">
        <app-icon name="x" />
      </button>
    </div>
    <app-search-box (left)="results().focusFirst()" (closed)="closed.emit()" />
    <app-search-results (filterWanted)="box().add($event)" (boxWanted)="opening.focusBox()" />
  `,
  styleUrl: '../../shared/ui/panel/side-panel.scss',
})
export class SearchPanel {
  readonly closed = output();

  protected readonly opening = inject(SearchOpening);
  protected readonly box = viewChild.required(SearchBox);
  protected readonly results = viewChild.required(SearchResults);
}
