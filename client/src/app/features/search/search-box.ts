import {
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { FilterCompletion } from './filter-completion.store';
import { SearchOpening } from './search-opening.store';
import { SearchStore } from './search.store';

/** Of a search, in characters. */
const MAX_LENGTH = 300;

/** The box of a search, with the filters that what is typed may become. */
@Component({
  selector: 'app-search-box',
  imports: [Icon],
  providers: [FilterCompletion],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <search>
      <app-icon name="search" [size]="17" />
      <input
        #box
        type="text"
        role="combobox"
        dir="auto"
        enterkeyhint="search"
        placeholder="Search messages"
        i18n-placeholder
        aria-label="Search messages"
        i18n-aria-label
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck="false"
        [attr.maxlength]="maxLength"
        [id]="idPrefix() + 'box'"
        [attr.aria-controls]="idPrefix() + 'filters'"
        [attr.aria-expanded]="completion.suggestions().length > 0"
        [attr.aria-activedescendant]="completion.active() === -1 ? null : idPrefix() + 'filter-' + completion.active()"
        [value]="store.query()"
        (input)="typed()"
        (click)="looked()"
        (blur)="completion.close()"
        (keydown)="pressed($event)"
      />
      @if (store.query() !== '') {
        <button class="icon-button" type="button" aria-label="Clear search" i18n-aria-label (click)="clear()">
          <app-icon name="x" [size]="17" />
        </button>
      }
    </search>
    <ul
      role="listbox"
      aria-label="Filters"
      i18n-aria-label
      [id]="idPrefix() + 'filters'"
      [class.open]="completion.suggestions().length > 0"
    >
      @for (suggestion of completion.suggestions(); track suggestion.key; let index = $index) {
        <li
          role="option"
          tabindex="-1"
          [id]="idPrefix() + 'filter-' + index"
          [attr.aria-selected]="index === completion.active()"
          (mousedown)="$event.preventDefault(); take(index)"
        >
          <bdi class="label">{{ suggestion.label }}</bdi> <bdi class="note">{{ suggestion.note }}</bdi>
        </li>
      }
    </ul>
  `,
  styleUrl: './search-box.scss',
})
export class SearchBox {
  readonly idPrefix = input('search-');
  /** Somebody goes from the box into what was found. */
  readonly left = output();
  readonly closed = output();

  protected readonly maxLength = MAX_LENGTH;
  protected readonly store = inject(SearchStore);
  protected readonly completion = inject(FilterCompletion);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  constructor() {
    const opening = inject(SearchOpening);
    effect(() => {
      if (!opening.takesFocus()) return;
      const box = this.box().nativeElement;
      // The text of the box is written a moment later.
      queueMicrotask(() => {
        box.focus();
        box.setSelectionRange(box.value.length, box.value.length);
      });
    });
  }

  /** Puts a piece of text at the end, and goes on behind it. */
  add(text: string): void {
    const before = this.store.query().trimEnd();
    this.write(before === '' ? text : `${before} ${text}`);
  }

  protected typed(): void {
    const { value } = this.box().nativeElement;
    this.store.setQuery(value);
    this.looked();
  }

  protected looked(): void {
    const { value, selectionStart } = this.box().nativeElement;
    this.completion.suggest(value, selectionStart ?? value.length);
  }

  protected clear(): void {
    this.write('');
    this.completion.close();
  }

  protected take(index: number): void {
    const taken = this.completion.accept(index);
    if (taken) this.write(taken.text, taken.caret);
  }

  protected pressed(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const isOpen = this.completion.suggestions().length > 0;
    const active = this.completion.active();
    if (event.key === 'Escape') {
      event.preventDefault();
      if (isOpen) this.completion.close();
      else this.closed.emit();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isOpen) this.completion.move(event.key === 'ArrowDown' ? 1 : -1);
      else if (event.key === 'ArrowDown') this.left.emit();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && active !== -1) {
      event.preventDefault();
      this.take(active);
    } else if (event.key === 'Enter') this.completion.close();
  }

  private write(text: string, caret = text.length): void {
    const box = this.box().nativeElement;
    this.store.setQuery(text);
    box.value = text;
    box.focus();
    box.setSelectionRange(caret, caret);
    this.looked();
  }
}
