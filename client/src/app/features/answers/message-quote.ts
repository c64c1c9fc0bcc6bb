import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Quote } from '../../core/graphql/model';
import { quoteText } from './quote-text';

/** Above an answer: what it answers, and the way there. */
@Component({
  selector: 'app-message-quote',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" title="Go to that message" i18n-title (click)="wanted.emit(quote().number)">
      <span class="visually-hidden">{{ label() }}</span>
      <span class="author" aria-hidden="true">{{ quote().author.displayName }}</span>
      <span class="text" dir="auto" aria-hidden="true" [class.gone]="quote().deletedAt">{{ text() }}</span>
    </button>
  `,
  styleUrl: './message-quote.scss',
})
export class MessageQuote {
  readonly quote = input.required<Quote>();
  /** Asks for the message of that number to be shown. */
  readonly wanted = output<number>();

  protected readonly text = computed(() => quoteText(this.quote()));
  /** Put together here: between two elements a screen reader would make a pause before the colon. */
  protected readonly label = computed(
    () => $localize`In reply to ${this.quote().author.displayName}:name:: ${this.text()}:words:`,
  );
}
