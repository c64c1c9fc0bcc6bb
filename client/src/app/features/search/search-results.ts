import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { momentInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { searchFilters } from './search-filters';
import { SearchHitCard } from './search-hit';
import { SearchStore } from './search.store';

/** What was found, or how one can look for something. */
@Component({
  selector: 'app-search-results',
  imports: [FormError, MatButton, SearchHitCard, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.arrowdown)': 'step($event, 1)', '(keydown.arrowup)': 'step($event, -1)' },
  template: `
    <p class="visually-hidden" role="status">{{ store.summary() }}</p>
    @if (store.isOffline()) {
      <p class="quiet" i18n>You’re offline. Search works again once you’re connected.</p>
    } @else if (store.status() === 'failed') {
      <p class="quiet" i18n>Search isn’t working right now. Please try again in a moment.</p>
    }
    @if (store.found(); as found) {
      @if (found.indexedSince) {
        <p class="quiet" i18n>
          Older messages are still being indexed. Those from before {{ indexedSince() }} aren’t found yet.
        </p>
      }
      <ul role="list" class="divided" [attr.aria-busy]="store.status() === 'searching'">
        @for (hit of store.hits(); track hit.message.id) {
          <li><app-search-hit [hit]="hit" (left)="left.emit()" /></li>
        }
      </ul>
      @if (problem(); as sentence) {
        <app-form-error>{{ sentence }}</app-form-error>
      }
      @if (store.hasMore()) {
        <button matButton type="button" (click)="more()" i18n>Show more</button>
      } @else if (store.hits().length === 0 && store.status() === 'done') {
        <p class="quiet" i18n>No messages found. Try fewer words, or the beginning of a word.</p>
      }
    } @else if (store.status() === 'searching') {
      <app-skeleton [count]="4" [faces]="true" />
    } @else if (store.status() === 'idle') {
      <p class="quiet" i18n>
        Find what was said in your rooms. These narrow it down; with a - before it, a word or filter leaves messages
        out.
      </p>
      <ul role="list" class="filters">
        @for (filter of filters; track filter.text) {
          <li>
            <button type="button" (click)="filterWanted.emit(filter.text)">
              <code dir="ltr">{{ filter.text }}</code> {{ filter.note }}
            </button>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './search-results.scss',
})
export class SearchResults {
  readonly left = output();
  readonly filterWanted = output<string>();
  /** Upwards from the first hit. */
  readonly boxWanted = output();

  protected readonly store = inject(SearchStore);
  protected readonly filters = searchFilters();
  protected readonly problem = signal<string | null>(null);
  private readonly injector = inject(Injector);
  private readonly clock = inject(ServerClock);
  protected readonly indexedSince = computed(() => {
    const since = this.store.found()?.indexedSince;
    return since ? momentInText(since, this.clock.now()) : '';
  });
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  focusFirst(): void {
    this.links()[0]?.focus();
  }

  protected step(event: Event, by: 1 | -1): void {
    if (isComposing(event)) return;
    const links = this.links();
    const place = links.findIndex((link) => link === document.activeElement);
    if (place === -1) return;
    event.preventDefault();
    if (place + by < 0) this.boxWanted.emit();
    else links[place + by]?.focus();
  }

  protected async more(): Promise<void> {
    const before = this.store.hits().length;
    const outcome = await this.store.loadMore();
    this.problem.set(outcome.ok ? null : outcome.problem.message);
    // The button goes with the last page, and must not take the reader's place along.
    if (outcome.ok)
      afterNextRender(
        {
          read: () => {
            this.links()[before]?.focus();
          },
        },
        { injector: this.injector },
      );
  }

  private links(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('li a, .filters button')];
  }
}
