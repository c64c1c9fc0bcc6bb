import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Quote } from '../../core/graphql/model';
import { quoteText } from './quote-text';

/** Above an answer: what it answers, and the way there. */
@Component({
  selector: 'app-message-quote',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" title="Go to that message" (click)="wanted.emit(quote().number)">
      <span class="author"
        ><span class="visually-hidden">In reply to </span>{{ quote().author.displayName
        }}<span class="visually-hidden">:</span></span
      >
      <span class="text" [class.gone]="quote().deletedAt">{{ text() }}</span>
    </button>
  `,
  styleUrl: './message-quote.scss',
})
export class MessageQuote {
  readonly quote = input.required<Quote>();
  /** Asks for the message of that number to be shown. */
  readonly wanted = output<number>();

  protected readonly text = computed(() => quoteText(this.quote()));
}
